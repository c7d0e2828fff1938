import { expect, test } from 'vitest';
import { SESSION_ACTIONS } from '../../src/ecs/model/actions.ts';
import table from '../../src/iam/aws-managed-policies.facts.json' with { type: 'json' };
import { answer, ask, role } from './support.ts';

const POLICIES: ReadonlyMap<string, string> = new Map(Object.entries(table.policies));

/** What a role says about the session actions that has one AWS managed policy. */
function session(policy: string, partition = '${AWS::Partition}'): string {
  const arn = `arn:${partition}:iam::aws:policy/${policy}`;
  const answers = ask(role(`      ManagedPolicyArns: [!Sub "${arn}"]\n`), each =>
    SESSION_ACTIONS.map(action => answer(each.access(action))),
  );
  return [...new Set(answers)].join(', ');
}

test('every policy in the table has a letter for every action, or none for any', () => {
  expect(POLICIES.size).toBeGreaterThan(1200);
  for (const row of POLICIES.values())
    expect(row).toMatch(new RegExp(`^(?:[ard?-]{${table.actions.length}})?$`));
  expect([...POLICIES.values()].filter(row => /^-+$/.test(row))).toEqual([]);
});

test('no two of them have one name, whatever their paths and cases', () => {
  const names = [...POLICIES.keys()].map(each => each.slice(each.lastIndexOf('/') + 1).toLowerCase());
  expect(new Set(names).size).toBe(names.length);
});

/** The AWS managed policies that allow the four session actions. */
const OPENING: readonly string[] = [
  'AIDevOpsAgentActionsPolicy',
  'AWSCloud9SSMInstanceProfile',
  'AWSEC2SqlHaInstancePolicy',
  'AWSRefactoringToolkitFullAccess',
  'AWSRefactoringToolkitSidecarPolicy',
  'AdministratorAccess',
  'AmazonEKSLocalOutpostClusterPolicy',
  'AmazonElasticFileSystemsUtils',
  'AmazonSSMFullAccess',
  'AmazonSSMManagedEC2InstanceDefaultPolicy',
  'AmazonSSMManagedInstanceCore',
  'AmazonSageMakerClusterInstanceRolePolicy',
  'PowerUserAccess',
  'service-role/AmazonEC2RoleforSSM',
];

test.each(OPENING)('%s opens sessions', policy => {
  expect(session(policy)).toBe('allowed');
});

test.each([
  ['some of the four', 'service-role/AmazonRDSCustomInstanceProfileRolePolicy', 'allowed, implicit deny'],
  ['some of the four', 'AWSCloud9User', 'implicit deny, restricted by resource'],
  ['some of the four', 'service-role/AmazonSSMAutomationRole', 'implicit deny, restricted by resource'],
  ['none', 'service-role/AmazonECSTaskExecutionRolePolicy', 'implicit deny'],
  ['none', 'AmazonECS_FullAccess', 'implicit deny'],
  ['none', 'AmazonSSMReadOnlyAccess', 'implicit deny'],
  ['none', 'CloudWatchLogsFullAccess', 'implicit deny'],
  ['none, and nothing of the table', 'AmazonAthenaFullAccess', 'implicit deny'],
  ['a Deny', 'AWSDenyAll', 'explicit deny'],
  ['a Deny', 'AWSIAMIdentityCenterAllowListForIdentityContext', 'explicit deny'],
  ['a Deny by NotAction', 'AmazonDataZoneEnvironmentRolePermissionsBoundary', 'explicit deny'],
  ['no such policy', 'AmazonSSMManagedInstanceCores', 'unknown'],
  ['no such policy', 'ExecuteCommandAccess', 'unknown'],
  ['gone since', 'AWSLambdaFullAccess', 'unknown'],
])('%s: %s: %s', (_, policy, expected) => {
  expect(session(policy)).toBe(expected);
});

test('a policy that allows an action on some resources allows it on no other, and may on these', () => {
  const on = (resource: readonly string[]): string => {
    const arn = 'arn:aws:iam::aws:policy/AWSCloud9User';
    return ask(role(`      ManagedPolicyArns: ["${arn}"]\n`), each =>
      answer(each.access('ssm:StartSession', resource)),
    );
  };
  expect(on(['*'])).toBe('restricted by resource');
  expect(on(['arn:aws:ssm:eu-west-1:111122223333:document/x'])).toBe('unknown');
  expect(on(['*', 'arn:aws:ssm:eu-west-1:111122223333:document/x'])).toBe('unknown');
});

test.each(['aws', 'aws-cn', 'aws-us-gov'])('in the partition %s', partition => {
  expect(session('AmazonSSMManagedInstanceCore', partition)).toBe('allowed');
  expect(session('amazonssmmanagedinstancecore', partition)).toBe('allowed');
});
