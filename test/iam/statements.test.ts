import { expect, test } from 'vitest';
import { answer, askAll, grantOf, OPEN, path, roleWith, verdict } from './support.ts';

const allow = (action: string, resource = '"*"'): string =>
  `{ Effect: Allow, Action: ${action}, Resource: ${resource} }`;

test.each([
  [OPEN, 'granted'],
  ['SSMMessages:opendatachannel', 'granted'],
  ['"ssmmessages:*"', 'granted'],
  ['"ssmmessages:*Channel"', 'granted'],
  ['"ssmmessages:Open*"', 'granted'],
  ['"ssmmessages:Open????Channel"', 'granted'],
  ['"ssmmessages:Open?Channel"', 'missing'],
  ['"*"', 'granted'],
  ['"*:*"', 'granted'],
  [`[s3:GetObject, ${OPEN}]`, 'granted'],
  ['s3:GetObject', 'missing'],
  ['"s3:*"', 'missing'],
  ['ssmmessages:OpenControlChannel', 'missing'],
  ['"ssmmessages:OpenDataChannel*"', 'granted'],
  ["'ssmmessages:OpenDataChannel\"'", 'missing'],
  ['OpenDataChannel', 'missing'],
  ['ssmmessages', 'missing'],
])('the action %s is %s', (action, expected) => {
  expect(verdict([allow(action)])).toBe(expected);
});

test.each(['"ssm*:OpenDataChannel"', '"ssm?essages:*"', '"*:OpenDataChannel"', '"ssmmessages*"'])(
  'IAM does not accept the wildcard in the service of %s',
  action => {
    const grant = grantOf(roleWith([allow(action)]));
    expect(grant.is === 'unknown' && String(grant.why)).toMatch(/^IAM does not accept the wildcard/);
  },
);

test.each([
  ['{ Effect: Allow, NotAction: "iam:*", Resource: "*" }', 'granted'],
  ['{ Effect: Allow, NotAction: ["iam:*", "SSMMESSAGES:*"], Resource: "*" }', 'missing'],
  ['{ Effect: Allow, NotAction: !Ref Others, Resource: "*" }', 'unknown'],
  ['{ Effect: Allow, NotAction: [!Ref Others, "ssmmessages:*"], Resource: "*" }', 'missing'],
  ['{ Effect: Allow, NotAction: !Sub "s3:${Others}", Resource: "*" }', 'granted'],
])('all actions but some: %s', (statement, expected) => {
  expect(verdict([statement])).toBe(expected);
});

test.each([
  [allow('!Ref Others'), 'unknown'],
  [allow('[!Ref Others, "ssmmessages:*"]'), 'granted'],
  [allow('!Sub "s3:${Others}"'), 'missing'],
  [allow('!Sub "ssmmessages:${Others}"'), 'unknown'],
  [allow('!ImportValue Actions'), 'unknown'],
  [allow('!Ref Others', 'arn:aws:s3:::bucket'), 'missing'],
  [allow('!Split [",", "s3:GetObject,ssmmessages:*"]'), 'granted'],
  [allow('!Split [",", !Ref Others]'), 'unknown'],
])('actions that are computed: %s', (statement, expected) => {
  expect(verdict([statement])).toBe(expected);
});

test('a list that is given for a parameter is a list', () => {
  const yaml = roleWith([allow('!Ref Actions')], 'Parameters: { Actions: { Type: CommaDelimitedList } }');
  const answers = (given: Record<string, string>) =>
    askAll(yaml, role => answer(role.grant(OPEN)), given).join();
  expect(answers({ Actions: 's3:GetObject, ssmmessages:*' })).toBe('granted');
  expect(answers({ Actions: 's3:GetObject' })).toBe('missing');
  expect(answers({})).toBe('unknown');
});

test.each([
  [allow('"ssmmessages:*"'), 'granted'],
  ['{ Effect: allow, Action: "ssmmessages:*", Resource: "*" }', 'unknown'],
  ['{ Action: "ssmmessages:*", Resource: "*" }', 'unknown'],
  ['{ Effect: Allow, Resource: "*" }', 'missing'],
  ['{ Effect: Allow, Action: "ssmmessages:*" }', 'restricted by resource'],
  ['{ Effect: Allow, Action: "ssmmessages:*", Resource: ["*", "arn:aws:s3:::b"] }', 'granted'],
  [
    '{ Effect: Allow, Action: "ssmmessages:*", Resource: "arn:aws:ecs:*:*:task/*" }',
    'restricted by resource',
  ],
  ['{ Effect: Allow, Action: "ssmmessages:*", Resource: !Ref Anything }', 'unknown'],
  ['{ Effect: Allow, Action: "ssmmessages:*", Resource: !GetAtt Role.Arn }', 'restricted by resource'],
  ['{ Effect: Allow, Action: "ssmmessages:*", Resource: "*", Condition: {} }', 'granted'],
  ['{ Effect: Allow, Action: "ssmmessages:*", Resource: "*", Condition: { StringEquals: {} } }', 'granted'],
  ['{ Effect: Allow, Action: "ssmmessages:*", Resource: "*", Condition: }', 'granted'],
  [
    '{ Effect: Allow, Action: "ssmmessages:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "true" } } }',
    'restricted by condition',
  ],
  [
    '{ Effect: Allow, Action: "ssmmessages:*", Resource: "*", Condition: !Ref Conditions }',
    'restricted by condition',
  ],
  ['{ "Fn::Transform": { Name: "AWS::Include" } }', 'unknown'],
  ['{ Effect: Allow, Action: "s3:*", Resource: "*", "Fn::Transform": { Name: "AWS::Include" } }', 'unknown'],
  ['!Rain::Module statement', 'unknown'],
])('the statement %s', (statement, expected) => {
  expect(verdict([statement])).toBe(expected);
});

test.each([
  ['{ Effect: Allow, Action: "ssmmessages:*", NotResource: "arn:aws:s3:::b" }', 'granted'],
  ['{ Effect: Allow, Action: "ssmmessages:*", NotResource: "*" }', 'restricted by resource'],
  ['{ Effect: Allow, Action: "ssmmessages:*", NotResource: !Ref Anything }', 'unknown'],
])('all resources but some: %s', (statement, expected) => {
  expect(verdict([statement])).toBe(expected);
});

test('what is allowed under a condition is nearer than what is allowed elsewhere', () => {
  const elsewhere = allow('"ssmmessages:*"', 'arn:aws:s3:::b');
  const conditional =
    '{ Effect: Allow, Action: "ssmmessages:*", Resource: "*", Condition: { Bool: { "aws:x": "true" } } }';
  const grant = grantOf(roleWith([elsewhere, conditional]));
  expect(answer(grant)).toBe('restricted by condition');
  expect(grant.is === 'restricted' && grant.by.map(path)).toEqual([
    'Resources.Role.Properties.Policies.0.PolicyDocument.Statement.1.Action',
  ]);
  expect(verdict([elsewhere, conditional, allow('"*"')])).toBe('granted');
});

const deny = (rest: string): string => `{ Effect: Deny, ${rest} }`;
const MFA = 'Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } }';

test.each([
  [deny('Action: "*", Resource: "*"'), 'denied'],
  [deny('Action: "SSMmessages:open*", Resource: "*"'), 'denied'],
  [deny('Action: "s3:*", Resource: "*"'), 'granted'],
  [deny('NotAction: "s3:*", Resource: "*"'), 'denied'],
  [deny('NotAction: ["s3:*", "ssmmessages:*"], Resource: "*"'), 'granted'],
  [deny('NotAction: "s3:*", NotResource: "arn:aws:s3:::b/*"'), 'denied'],
  [deny('Action: "*", Resource: "arn:aws:s3:::b/*"'), 'granted'],
  [deny('Action: "*", NotResource: "*"'), 'granted'],
  [deny(`Action: "*", Resource: "*", ${MFA}`), 'granted, perhaps denied'],
  [deny(`NotAction: "s3:*", Resource: "*", ${MFA}`), 'granted, perhaps denied'],
  [deny(`Action: "s3:*", Resource: "*", ${MFA}`), 'granted'],
  [deny('Action: "*", Resource: "*", Condition: {}'), 'denied'],
  [deny('Action: !Ref Actions, Resource: "*"'), 'granted, perhaps denied'],
  [deny('Action: "*", Resource: !Ref Resources'), 'granted, perhaps denied'],
  [deny('Action: !Sub "s3:${Actions}", Resource: "*"'), 'granted'],
])('an Allow with %s', (statement, expected) => {
  expect(verdict([statement, allow('"ssmmessages:*"')])).toBe(expected);
  expect(verdict([allow('"ssmmessages:*"'), statement])).toBe(expected);
});

test.each([
  ['{ Bool: { "aws:SecureTransport": false } }', 'granted'],
  ['{ BoolIfExists: { "AWS:securetransport": ["false"] } }', 'granted'],
  ['{ Bool: { "aws:SecureTransport": false }, StringEquals: { "aws:PrincipalTag/team": a } }', 'granted'],
  ['{ Bool: { "aws:SecureTransport": true } }', 'granted, perhaps denied'],
  ['{ Bool: { "aws:SecureTransport": [true, false] } }', 'granted, perhaps denied'],
  ['{ Bool: { "aws:SecureTransport": [] } }', 'granted, perhaps denied'],
  ['{ Bool: { "aws:SecureTransport": !Ref Actions } }', 'granted, perhaps denied'],
  ['{ StringEquals: { "aws:SecureTransport": false } }', 'granted, perhaps denied'],
  ['{ Bool: { "aws:ViaAWSService": true } }', 'granted'],
  ['{ Bool: { "aws:ViaAWSService": false } }', 'granted, perhaps denied'],
  ['{ Bool: { "aws:PrincipalIsAWSService": "true" } }', 'granted'],
  ['{ StringNotEquals: { "aws:RequestedRegion": [eu-west-1, !Ref "AWS::Region"] } }', 'granted'],
  ['{ StringNotLike: { "aws:RequestedRegion": "eu-*" } }', 'granted'],
  ['{ StringEquals: { "aws:RequestedRegion": eu-west-1 } }', 'granted, perhaps denied'],
  ['{ DateLessThan: { "aws:TokenIssueTime": "2024-01-01T00:00:00Z" } }', 'granted'],
  ['{ DateGreaterThan: { "aws:TokenIssueTime": "2024-01-01T00:00:00Z" } }', 'granted, perhaps denied'],
  ['{ "Null": { "aws:PrincipalTag/team": true } }', 'granted, perhaps denied'],
  ['!ImportValue Condition', 'granted, perhaps denied'],
])('a Deny under %s', (condition, expected) => {
  const statement = deny(`Action: "*", Resource: "*", Condition: ${condition}`);
  expect(verdict([statement, allow('"ssmmessages:*"')])).toBe(expected);
});

test('a Deny that does not always hold changes nothing where nothing is allowed', () => {
  const statement = deny(`Action: "*", Resource: "*", ${MFA}`);
  expect(verdict([statement])).toBe('missing');
  expect(verdict([statement, allow('!Ref Actions')])).toBe('unknown');
  expect(verdict([deny('Action: "*", Resource: "*"')])).toBe('denied');
});

test('the places are those of the actions', () => {
  const at = 'Resources.Role.Properties.Policies.0.PolicyDocument.Statement';
  const grant = grantOf(
    roleWith([allow('[s3:GetObject, "ssmmessages:*"]'), deny(`Action: "*", Resource: "*", ${MFA}`)]),
  );
  expect(grant.is === 'granted' && grant.by.map(path)).toEqual([`${at}.0.Action.1`]);
  expect(grant.is === 'granted' && grant.perhapsDeniedBy.map(each => path(each.at))).toEqual([
    `${at}.1.Action`,
  ]);
});
