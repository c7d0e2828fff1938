import { expect, test } from 'vitest';
import { Scenarios } from '../../src/cfn/scenario/scenarios.ts';
import { TemplateSet } from '../../src/cfn/scenario/template-set.ts';
import { separatePolicies } from '../../src/iam/separate.ts';
import { parse } from '../../src/syntax/parse.ts';

const ROLE = `
Resources:
  Role: { Type: AWS::IAM::Role, Properties: { RoleName: app-task } }
Outputs: { Role: { Value: !Ref Role, Export: { Name: app-role } } }
`;

/** The policies of a role that the template of another stack attaches to it; `?` where it may do so. */
function attached(properties: string, role = ROLE): readonly string[] {
  const other = `
Parameters: { Env: { Type: String }, Names: { Type: CommaDelimitedList } }
Conditions: { Never: !Equals [a, b] }
Resources:
  Policy: { Type: AWS::IAM::Policy, Properties: { PolicyName: p, PolicyDocument: {}, ${properties} } }
`;
  const system = new TemplateSet([parse('role.yaml', role), parse('policy.yaml', other)]);
  const [stack] = system.stacks;
  if (!stack) throw new Error('there is no stack');
  const [first] = new Scenarios(stack).explore(template => {
    const resource = template.resource('Role');
    if (!resource) throw new Error('there is no role');
    return separatePolicies(resource).map(each => `${each.resource.id}${each.kind === 'perhaps' ? '?' : ''}`);
  }).answers;
  return first?.value ?? [];
}

test.each([
  ['Roles: [!ImportValue app-role]', ['Policy']],
  ['Roles: !ImportValue app-role', ['Policy?']],
  ['Roles: [other, !ImportValue app-role]', ['Policy']],
  ['Roles: [app-task]', ['Policy']],
  ['Roles: [other, app-task]', ['Policy']],
  ['Roles: [other]', []],
  // What is exported elsewhere under that name may be any.
  ['Roles: [!ImportValue other-role]', ['Policy?']],
  ['Users: [app-task]', []],
  ['Roles: !If [Never, [app-task], [other]]', []],
  ['Roles: [!Sub "app-${Env}"]', ['Policy?']],
  ['Roles: [!Sub "app-${Env}", other]', ['Policy?']],
  ['Roles: [!Sub "web-${Env}", other]', []],
])('a policy of another stack with %s is attached as %s', (properties, expected) => {
  expect(attached(properties)).toEqual(expected);
});

test('a role without a name of its own is not named by text', () => {
  const unnamed = ROLE.replace(', Properties: { RoleName: app-task }', '');
  expect(attached('Roles: [app-task]', unnamed)).toEqual([]);
  expect(attached('Roles: [!Sub "app-${Env}"]', unnamed)).toEqual([]);
  expect(attached('Roles: [!ImportValue app-role]', unnamed)).toEqual(['Policy']);
});

test('one that cannot be computed may attach a role that its stack knows', () => {
  const open = '!Select [0, !GetAZs ""]';
  const knowing =
    'Roles: [!ImportValue app-role] } }\n  Other: { Type: AWS::IAM::Policy, Properties: { PolicyDocument: {}, ';
  const unnamed = ROLE.replace(', Properties: { RoleName: app-task }', '');
  for (const role of [ROLE, unnamed]) {
    expect(attached(`${knowing} Roles: [${open}]`, role)).toEqual(['Policy', 'Other?']);
    expect(attached(`${knowing} Roles: [other, ${open}]`, role)).toEqual(['Policy', 'Other?']);
    expect(attached(`${knowing} Roles: [other]`, role)).toEqual(['Policy']);
    expect(attached(`Roles: [other, ${open}]`, role)).toEqual([]);
  }
});
