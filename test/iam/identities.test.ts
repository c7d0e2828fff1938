import { expect, test } from 'vitest';
import { identities } from '../../src/iam/identities.ts';
import { askOnce } from '../ecs/query.ts';

const DOCUMENT = '{ Statement: { Effect: Allow, Action: "ecs:*", Resource: "*" } }';

const policy = (id: string, type: string, members: string): string =>
  `  ${id}: { Type: AWS::IAM::${type}, Properties: { PolicyName: ${id}, PolicyDocument: ${DOCUMENT}, ${members} } }\n`;

/** Everyone who has policies, each with these; `?` is what is not known. */
function found(resources: string): Readonly<Record<string, readonly string[]>> {
  const all = askOnce(`Resources:\n${resources}`, template =>
    identities(template).map(({ resource, policies }) => {
      const ids = policies.map(each => ('resource' in each ? each.resource.id : each.kind));
      return [resource.id, ids] as const;
    }),
  );
  return Object.fromEntries(all);
}

const ROLE = '  Role: { Type: AWS::IAM::Role }\n';
const USER = '  User: { Type: AWS::IAM::User }\n';
const GROUP = '  Group: { Type: AWS::IAM::Group }\n';

test('a policy is that of the roles, users or groups that it names', () => {
  expect(found(ROLE + policy('A', 'Policy', 'Roles: [!Ref Role]'))).toEqual({ Role: ['A'] });
  expect(found(USER + policy('A', 'ManagedPolicy', 'Users: [!Ref User]'))).toEqual({ User: ['A'] });
  expect(found(USER + policy('A', 'UserPolicy', 'UserName: !Ref User'))).toEqual({ User: ['A'] });
  expect(found(GROUP + policy('A', 'Policy', 'Groups: [!Ref Group]'))).toEqual({ Group: ['A'] });
  expect(found(GROUP + policy('A', 'GroupPolicy', 'GroupName: !Ref Group'))).toEqual({ Group: ['A'] });
});

test('one of several that it names is enough', () => {
  expect(found(USER + policy('A', 'Policy', 'Users: [somebody, !Ref User]'))).toEqual({ User: ['A'] });
  expect(found(USER + GROUP + policy('A', 'Policy', 'Users: [!Ref Group, !Ref User]'))).toEqual({
    User: ['A'],
    Group: [],
  });
});

test('a policy that names nobody of the template stands alone', () => {
  expect(found(USER + policy('A', 'Policy', 'Users: [somebody]'))).toEqual({ User: [], A: ['A'] });
  expect(found(ROLE + policy('A', 'ManagedPolicy', 'Description: x'))).toEqual({ Role: [], A: ['A'] });
});

test('a policy that may be that of a role does not stand alone', () => {
  expect(found(ROLE + policy('A', 'Policy', 'Roles: [!Ref Role, !ImportValue Name]'))).toEqual({
    Role: ['A'],
  });
  const named = '  Role: { Type: AWS::IAM::Role, Properties: { RoleName: app } }\n';
  expect(found(named + policy('A', 'Policy', 'Roles: !Split [",", !ImportValue Names]'))).toEqual({
    Role: ['A'],
  });
});

test('a user in groups may have policies that are not known', () => {
  const member = '  User: { Type: AWS::IAM::User, Properties: { Groups: [admins] } }\n';
  expect(found(member)).toEqual({ User: ['unknown'] });
  const added =
    '  Added: { Type: AWS::IAM::UserToGroupAddition, Properties: { GroupName: admins, Users: [!Ref User] } }\n';
  expect(found(USER + added)).toEqual({ User: ['unknown'] });
  expect(found(USER)).toEqual({ User: [] });
});
