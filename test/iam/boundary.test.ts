import { expect, test } from 'vitest';
import { answer, askAll, grantOf, OPEN, path, role } from './support.ts';

const GRANT = '{ Effect: Allow, Action: "ssmmessages:*", Resource: "*" }';

const own = (statement: string): string =>
  `      Policies: [{ PolicyName: Own, PolicyDocument: { Statement: ${statement} } }]\n`;

const boundary = (statement: string, type = 'ManagedPolicy'): string => `  Boundary:
    Type: AWS::IAM::${type}
    Properties:
      ManagedPolicyName: limits
      PolicyDocument: { Statement: ${statement} }
`;

const bounded = (limit: string, statement = GRANT, ref = '!Ref Boundary'): string =>
  role(`${own(statement)}      PermissionsBoundary: ${ref}`, boundary(limit));

const OTHER = '{ Effect: Allow, Action: "s3:*", Resource: "*" }';
const CONDITIONAL = '{ Effect: Allow, Action: "*", Resource: "*", Condition: { Bool: { x: "1" } } }';
const DENY = '{ Effect: Deny, Action: "ssmmessages:*", Resource: "*" }';

test.each([
  [GRANT, GRANT, 'allowed'],
  [GRANT, OTHER, 'implicit deny'],
  [GRANT, DENY, 'explicit deny'],
  [GRANT, CONDITIONAL, 'restricted by condition'],
  [GRANT, '!Ref Statement', 'unknown'],
  [OTHER, GRANT, 'explicit deny by boundary'],
  [OTHER, OTHER, 'explicit deny by boundary'],
  [OTHER, DENY, 'explicit deny'],
  [OTHER, CONDITIONAL, 'explicit deny by boundary'],
  [OTHER, '!Ref Statement', 'explicit deny by boundary'],
  [DENY, GRANT, 'explicit deny by boundary'],
  [`[{ Effect: Allow, Action: "*", Resource: "*" }, ${DENY}]`, GRANT, 'explicit deny by boundary'],
  [CONDITIONAL, GRANT, 'restricted by condition'],
  [CONDITIONAL, OTHER, 'implicit deny'],
  [CONDITIONAL, CONDITIONAL, 'restricted by condition'],
  [CONDITIONAL, '!Ref Statement', 'unknown'],
  ['!Ref Limit', GRANT, 'unknown'],
  ['!Ref Limit', CONDITIONAL, 'unknown'],
  ['!Ref Limit', OTHER, 'implicit deny'],
  ['!Ref Limit', DENY, 'explicit deny'],
  [
    `[{ Effect: Allow, Action: "*", Resource: "*" }, { Effect: Deny, NotAction: "s3:*", Resource: "*", Condition: { Bool: { x: "1" } } }]`,
    GRANT,
    'granted, perhaps denied',
  ],
])('a boundary that says %s over a policy that says %s', (limit, statement, expected) => {
  expect(answer(grantOf(bounded(limit, statement)))).toBe(expected);
});

test('the place of the boundary goes with what it denies', () => {
  const silent = grantOf(bounded(OTHER));
  expect(silent.is === 'explicit deny' && [path(silent.boundary), silent.by.map(path)]).toEqual([
    'Resources.Role.Properties.PermissionsBoundary',
    ['Resources.Role.Properties.PermissionsBoundary'],
  ]);
  const denying = grantOf(bounded(DENY));
  expect(denying.is === 'explicit deny' && [path(denying.boundary), denying.by.map(path)]).toEqual([
    'Resources.Role.Properties.PermissionsBoundary',
    ['Resources.Boundary.Properties.PolicyDocument.Statement.Action'],
  ]);
});

test.each([
  ['!GetAtt Boundary.PolicyArn', 'explicit deny by boundary'],
  ['!Sub "${Boundary}"', 'explicit deny by boundary'],
  ['!Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/limits"', 'explicit deny by boundary'],
  ['arn:aws:iam::123456789012:policy/team/limits', 'explicit deny by boundary'],
  ['arn:aws:iam::123456789012:policy/others', 'unknown'],
  ['arn:aws:iam::aws:policy/PowerUserAccess', 'allowed'],
  ['!Sub "arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess"', 'allowed'],
  ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'explicit deny by boundary'],
  ['!Sub "arn:aws:iam::aws:policy/${Name}"', 'unknown'],
  ['!Ref Limits', 'unknown'],
  ['!ImportValue Limits', 'unknown'],
  ['!Ref "AWS::NoValue"', 'allowed'],
  ['', 'allowed'],
])('the boundary %s', (ref, expected) => {
  expect(answer(grantOf(bounded(OTHER, GRANT, ref)))).toBe(expected);
});

test('a boundary in a branch counts in the scenarios that take it', () => {
  const yaml = `Parameters: { Limits: { Type: String } }\nConditions: { Has: !Not [!Equals [!Ref Limits, ""]] }${bounded(
    OTHER,
    GRANT,
    '!If [Has, !Ref Limits, !Ref "AWS::NoValue"]',
  )}`;
  expect(new Set(askAll(yaml, each => answer(each.access(OPEN))))).toEqual(new Set(['unknown', 'allowed']));
});

test('a macro does not put all that is granted in doubt', () => {
  const yaml = role(own(GRANT), '', 'Transform: MyMacro');
  expect(answer(grantOf(yaml))).toBe('allowed');
  const hidden = role(`${own(GRANT)}      Fn::Transform: { Name: "AWS::Include" }`);
  expect(answer(grantOf(hidden))).toBe('unknown');
});
