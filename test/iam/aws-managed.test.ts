import { expect, test } from 'vitest';
import { SESSION_ACTIONS } from '../../src/ecs/model/actions.ts';
import table from '../../src/iam/aws-managed-policies.json' with { type: 'json' };
import { answer, ask, role } from './support.ts';

/** What a role says about the session actions that has one policy of AWS. */
function session(policy: string): string {
  const yaml = role(`      ManagedPolicyArns: [!Sub "arn:\${AWS::Partition}:iam::aws:policy/${policy}"]\n`);
  const answers = ask(yaml, each => SESSION_ACTIONS.map(action => answer(each.access(action))));
  return [...new Set(answers)].join(', ');
}

test('every policy in the table has a letter for every action', () => {
  const rows = Object.values(table.policies);
  expect(rows.length).toBeGreaterThan(400);
  for (const row of rows) expect(row).toMatch(new RegExp(`^[ard?-]{${table.actions.length}}$`));
  expect(table.unread.filter(name => name in table.policies)).toEqual([]);
});

test.each([
  'AmazonSSMManagedInstanceCore',
  'AmazonSSMManagedEC2InstanceDefaultPolicy',
  'AmazonSSMFullAccess',
  'service-role/AmazonEC2RoleforSSM',
  'AWSCloud9SSMInstanceProfile',
  'AmazonElasticFileSystemsUtils',
  'AdministratorAccess',
  'PowerUserAccess',
])('%s opens sessions', policy => {
  expect(session(policy)).toBe('allowed');
});

test.each([
  ['service-role/AmazonECSTaskExecutionRolePolicy', 'implicit deny'],
  ['AmazonECS_FullAccess', 'implicit deny'],
  ['AmazonSSMReadOnlyAccess', 'implicit deny'],
  ['CloudWatchLogsFullAccess', 'implicit deny'],
  ['AWSDenyAll', 'explicit deny'],
  ['AWSIAMIdentityCenterAllowListForIdentityContext', 'explicit deny'],
  ['AmazonDataZoneEnvironmentRolePermissionsBoundary', 'unknown'],
  ['AWSCodePipelineFullAccess', 'unknown'],
])('%s: %s', (policy, expected) => {
  expect(session(policy)).toBe(expected);
});
