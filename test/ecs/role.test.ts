import { expect, test } from 'vitest';
import { Role, roleAt } from '../../src/ecs/role.ts';
import { ask } from '../cfn/policy/support.ts';

/** The id of the role that a task definition has by `TaskRoleArn`, or why there is none. */
function taskRole(arn: string, role = ''): string {
  const yaml = `
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties: { Path: /, ${role} }
  Another:
    Type: AWS::IAM::Role
  Definition:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: ${arn}
`;
  return ask(yaml, (_, template) => {
    const definition = template.resource('Definition');
    const found = definition && roleAt(definition, 'TaskRoleArn');
    if (found?.is !== 'known') return found?.is ?? '';
    expect(found.value).toBeInstanceOf(Role);
    return found.value.id;
  });
}

test.each([
  ['!GetAtt Role.Arn', 'Role'],
  ['!Ref Role', 'Role'],
  ['!Sub "${Role.Arn}"', 'Role'],
  ['!Sub "${Role}"', 'Role'],
  ['!Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Role}"', 'Role'],
  ['!Join ["", ["arn:aws:iam::", !Ref "AWS::AccountId", ":role/", !Ref Role]]', 'Role'],
  ['!Sub "${Definition}"', 'unknown'],
  ['!Ref Parameter', 'unknown'],
  ['!ImportValue Role', 'unknown'],
  ['app-task', 'unknown'],
  ['', 'absent'],
])('a role by %s', (arn, expected) => {
  expect(taskRole(arn)).toBe(expected);
});

test.each([
  ['app-task', 'RoleName: app-task', 'Role'],
  ['arn:aws:iam::123456789012:role/app-task', 'RoleName: app-task', 'Role'],
  ['arn:aws:iam::123456789012:role/service/path/app-task', 'RoleName: app-task', 'Role'],
  ['!Sub "arn:aws:iam::${AWS::AccountId}:role/app-task"', 'RoleName: app-task', 'Role'],
  ['!Sub "arn:aws:iam::${AWS::AccountId}:role/${Name}"', 'RoleName: !Ref Name', 'Role'],
  ['!Sub "arn:aws:iam::${AWS::AccountId}:role/${Env}-task"', 'RoleName: !Sub "${Env}-task"', 'Role'],
  ['arn:aws:iam::123456789012:role/app', 'RoleName: app-task', 'unknown'],
  ['arn:aws:iam::123456789012:role/app-task', 'RoleName: App-task', 'unknown'],
])('a role by the name in %s when it has %s', (arn, name, expected) => {
  expect(taskRole(arn, name)).toBe(expected);
});
