import { expect, test } from 'vitest';
import { answer, askAll, grantOf, OPEN, path, roleWith, verdict } from './support.ts';

const allow = (action: string, resource = '"*"'): string =>
  `{ Effect: Allow, Action: ${action}, Resource: ${resource} }`;

test.each([
  [OPEN, 'allowed'],
  ['SSMMessages:opendatachannel', 'allowed'],
  ['"ssmmessages:*"', 'allowed'],
  ['"ssmmessages:*Channel"', 'allowed'],
  ['"ssmmessages:Open*"', 'allowed'],
  ['"ssmmessages:Open????Channel"', 'allowed'],
  ['"ssmmessages:Open?Channel"', 'implicit deny'],
  ['"*"', 'allowed'],
  ['"*:*"', 'allowed'],
  [`[s3:GetObject, ${OPEN}]`, 'allowed'],
  ['s3:GetObject', 'implicit deny'],
  ['"s3:*"', 'implicit deny'],
  ['ssmmessages:OpenControlChannel', 'implicit deny'],
  ['"ssmmessages:OpenDataChannel*"', 'allowed'],
  ["'ssmmessages:OpenDataChannel\"'", 'implicit deny'],
  ['OpenDataChannel', 'implicit deny'],
  ['ssmmessages', 'implicit deny'],
])('the action %s is %s', (action, expected) => {
  expect(verdict([allow(action)])).toBe(expected);
});

test.each(['"ssm*:OpenDataChannel"', '"ssm?essages:*"', '"*:OpenDataChannel"', '"ssmmessages*"'])(
  'IAM does not accept the wildcard in the service of %s',
  action => {
    const decision = grantOf(roleWith([allow(action)]));
    expect(decision.is === 'unknown' && String(decision.why)).toMatch(/^IAM does not accept the wildcard/);
  },
);

test.each([
  ['{ Effect: Allow, NotAction: "iam:*", Resource: "*" }', 'allowed'],
  ['{ Effect: Allow, NotAction: ["iam:*", "SSMMESSAGES:*"], Resource: "*" }', 'implicit deny'],
  ['{ Effect: Allow, NotAction: !Ref Others, Resource: "*" }', 'unknown'],
  ['{ Effect: Allow, NotAction: [!Ref Others, "ssmmessages:*"], Resource: "*" }', 'implicit deny'],
  ['{ Effect: Allow, NotAction: !Sub "s3:${Others}", Resource: "*" }', 'allowed'],
])('all actions but some: %s', (statement, expected) => {
  expect(verdict([statement])).toBe(expected);
});

test.each([
  [allow('!Ref Others'), 'unknown'],
  [allow('[!Ref Others, "ssmmessages:*"]'), 'allowed'],
  [allow('!Sub "s3:${Others}"'), 'implicit deny'],
  [allow('!Sub "ssmmessages:${Others}"'), 'unknown'],
  [allow('!ImportValue Actions'), 'unknown'],
  [allow('!Ref Others', 'arn:aws:s3:::bucket'), 'implicit deny'],
  [allow('!Split [",", "s3:GetObject,ssmmessages:*"]'), 'allowed'],
  [allow('!Split [",", !Ref Others]'), 'unknown'],
])('actions that are computed: %s', (statement, expected) => {
  expect(verdict([statement])).toBe(expected);
});

test('a list that is given for a parameter is a list', () => {
  const yaml = roleWith([allow('!Ref Actions')], 'Parameters: { Actions: { Type: CommaDelimitedList } }');
  const answers = (given: Record<string, string>) =>
    askAll(yaml, role => answer(role.access(OPEN)), given).join();
  expect(answers({ Actions: 's3:GetObject, ssmmessages:*' })).toBe('allowed');
  expect(answers({ Actions: 's3:GetObject' })).toBe('implicit deny');
  expect(answers({})).toBe('unknown');
});

test.each([
  [allow('"ssmmessages:*"'), 'allowed'],
  ['{ Effect: allow, Action: "ssmmessages:*", Resource: "*" }', 'allowed'],
  ['{ effect: Allow, Actions: [{ ssmmessages: "*" }], resource: "*" }', 'allowed'],
  ['{ Effect: Permit, Action: "ssmmessages:*", Resource: "*" }', 'unknown'],
  ['{ Effect: Allow, Action: { s3: GetObject, sqs: SendMessage }, Resource: "*" }', 'unknown'],
  ['{ Action: "ssmmessages:*", Resource: "*" }', 'unknown'],
  ['{ Effect: Allow, Resource: "*" }', 'implicit deny'],
  ['{ Effect: Allow, Action: "ssmmessages:*" }', 'restricted by resource'],
  ['{ Effect: Allow, Action: "ssmmessages:*", Resource: ["*", "arn:aws:s3:::b"] }', 'allowed'],
  [
    '{ Effect: Allow, Action: "ssmmessages:*", Resource: "arn:aws:ecs:*:*:task/*" }',
    'restricted by resource',
  ],
  ['{ Effect: Allow, Action: "ssmmessages:*", Resource: !Ref Anything }', 'unknown'],
  ['{ Effect: Allow, Action: "ssmmessages:*", Resource: !GetAtt Role.Arn }', 'restricted by resource'],
  ['{ Effect: Allow, Action: "ssmmessages:*", Resource: "*", Condition: {} }', 'allowed'],
  ['{ Effect: Allow, Action: "ssmmessages:*", Resource: "*", Condition: { StringEquals: {} } }', 'allowed'],
  ['{ Effect: Allow, Action: "ssmmessages:*", Resource: "*", Condition: }', 'allowed'],
  [
    '{ Effect: Allow, Action: "ssmmessages:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "true" } } }',
    'allowed',
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
  ['{ Effect: Allow, Action: "ssmmessages:*", NotResource: "arn:aws:s3:::b" }', 'allowed'],
  ['{ Effect: Allow, Action: "ssmmessages:*", NotResource: "*" }', 'restricted by resource'],
  ['{ Effect: Allow, Action: "ssmmessages:*", NotResource: !Ref Anything }', 'unknown'],
])('all resources but some: %s', (statement, expected) => {
  expect(verdict([statement])).toBe(expected);
});

test('what is allowed under a condition is nearer than what is allowed elsewhere', () => {
  const elsewhere = allow('"ssmmessages:*"', 'arn:aws:s3:::b');
  const conditional =
    '{ Effect: Allow, Action: "ssmmessages:*", Resource: "*", Condition: { Bool: { "aws:x": "true" } } }';
  const decision = grantOf(roleWith([elsewhere, conditional]));
  expect(answer(decision)).toBe('restricted by condition');
  expect(decision.is === 'restricted' && decision.by.map(path)).toEqual([
    'Resources.Role.Properties.Policies.0.PolicyDocument.Statement.1.Action',
  ]);
  expect(verdict([elsewhere, conditional, allow('"*"')])).toBe('allowed');
});

test('what is not known to be meant adds nothing to a condition, under a condition of its own', () => {
  const under = (key: string): string => `Condition: { StringEquals: { "aws:PrincipalTag/${key}": "yes" } }`;
  const sure = `{ Effect: Allow, Action: "ssmmessages:*", Resource: "*", ${under('a')} }`;
  const perhaps = `{ Effect: Allow, Action: "ssmmessages:*", NotResource: !Ref Anything`;
  expect(verdict([sure, `${perhaps}, ${under('b')} }`])).toBe('restricted by condition');
  expect(verdict([sure, `${perhaps} }`])).toBe('unknown');
  expect(verdict([`${perhaps}, ${under('b')} }`])).toBe('unknown');
});

const deny = (rest: string): string => `{ Effect: Deny, ${rest} }`;
const MFA = 'Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } }';

test.each([
  [deny('Action: "*", Resource: "*"'), 'explicit deny'],
  [deny('Action: "SSMmessages:open*", Resource: "*"'), 'explicit deny'],
  [deny('Action: "s3:*", Resource: "*"'), 'allowed'],
  [deny('NotAction: "s3:*", Resource: "*"'), 'explicit deny'],
  [deny('NotAction: ["s3:*", "ssmmessages:*"], Resource: "*"'), 'allowed'],
  [deny('NotAction: "s3:*", NotResource: "arn:aws:s3:::b/*"'), 'explicit deny'],
  [deny('Action: "*", Resource: "arn:aws:s3:::b/*"'), 'allowed'],
  [deny('Action: "*", NotResource: "*"'), 'allowed'],
  [deny(`Action: "*", Resource: "*", ${MFA}`), 'granted, perhaps denied'],
  [deny(`NotAction: "s3:*", Resource: "*", ${MFA}`), 'granted, perhaps denied'],
  [deny(`Action: "s3:*", Resource: "*", ${MFA}`), 'allowed'],
  [deny('Action: "*", Resource: "*", Condition: {}'), 'explicit deny'],
  [deny('Action: !Ref Actions, Resource: "*"'), 'granted, perhaps denied'],
  [deny('Action: "*", Resource: !Ref Resources'), 'granted, perhaps denied'],
  [deny('Action: !Sub "s3:${Actions}", Resource: "*"'), 'allowed'],
])('an Allow with %s', (statement, expected) => {
  expect(verdict([statement, allow('"ssmmessages:*"')])).toBe(expected);
  expect(verdict([allow('"ssmmessages:*"'), statement])).toBe(expected);
});

test.each([
  ['{ Bool: { "aws:SecureTransport": false } }', 'allowed'],
  ['{ BoolIfExists: { "AWS:securetransport": ["false"] } }', 'allowed'],
  ['{ Bool: { "aws:SecureTransport": false }, StringEquals: { "aws:PrincipalTag/team": a } }', 'allowed'],
  ['{ Bool: { "aws:SecureTransport": true } }', 'explicit deny'],
  ['{ Bool: { "aws:SecureTransport": [true, false] } }', 'explicit deny'],
  ['{ Bool: { "aws:SecureTransport": [] } }', 'granted, perhaps denied'],
  ['{ Bool: { "aws:SecureTransport": !Ref Actions } }', 'granted, perhaps denied'],
  ['{ StringEquals: { "aws:SecureTransport": false } }', 'allowed'],
  ['{ Bool: { "aws:ViaAWSService": true } }', 'allowed'],
  ['{ Bool: { "aws:ViaAWSService": false } }', 'explicit deny'],
  ['{ BoolIfExists: { "aws:MultiFactorAuthPresent": false } }', 'explicit deny'],
  ['{ Bool: { "aws:PrincipalIsAWSService": "true" } }', 'allowed'],
  ['{ StringNotEquals: { "aws:RequestedRegion": [eu-west-1, !Ref "AWS::Region"] } }', 'allowed'],
  ['{ StringNotLike: { "aws:RequestedRegion": "eu-*" } }', 'allowed'],
  ['{ StringEquals: { "aws:RequestedRegion": eu-west-1 } }', 'granted, perhaps denied'],
  ['{ DateLessThan: { "aws:TokenIssueTime": "2024-01-01T00:00:00Z" } }', 'allowed'],
  ['{ DateGreaterThan: { "aws:TokenIssueTime": "2024-01-01T00:00:00Z" } }', 'granted, perhaps denied'],
  ['{ "Null": { "aws:PrincipalTag/team": true } }', 'granted, perhaps denied'],
  ['!ImportValue Condition', 'granted, perhaps denied'],
])('a Deny under %s', (condition, expected) => {
  const statement = deny(`Action: "*", Resource: "*", Condition: ${condition}`);
  expect(verdict([statement, allow('"ssmmessages:*"')])).toBe(expected);
});

test.each([
  ['{ StringEquals: { "aws:RequestedRegion": !Ref "AWS::Region" } }', 'allowed'],
  ['{ StringEquals: { "aws:RequestedRegion": [us-east-1, !Sub "${AWS::Region}"] } }', 'allowed'],
  ['{ StringLike: { "aws:RequestedRegion": "*" } }', 'allowed'],
  ['{ StringEquals: { "aws:RequestedRegion": eu-west-1 } }', 'restricted by condition'],
  ['{ StringLike: { "aws:RequestedRegion": "eu-*" } }', 'restricted by condition'],
  ['{ StringNotEquals: { "aws:RequestedRegion": !Ref "AWS::Region" } }', 'restricted by unmet condition'],
  ['{ StringEquals: { "aws:PrincipalAccount": !Ref "AWS::AccountId" } }', 'allowed'],
  [
    '{ StringNotEquals: { "aws:PrincipalAccount": !Sub "${AWS::AccountId}" } }',
    'restricted by unmet condition',
  ],
])('an Allow under %s', (condition, expected) => {
  expect(
    verdict([`{ Effect: Allow, Action: "ssmmessages:*", Resource: "*", Condition: ${condition} }`]),
  ).toBe(expected);
});

test('a Deny that does not always hold changes nothing where nothing is allowed', () => {
  const statement = deny(`Action: "*", Resource: "*", ${MFA}`);
  expect(verdict([statement])).toBe('implicit deny');
  expect(verdict([statement, allow('!Ref Actions')])).toBe('unknown');
  expect(verdict([deny('Action: "*", Resource: "*"')])).toBe('explicit deny');
});

test('the places are those of the actions', () => {
  const at = 'Resources.Role.Properties.Policies.0.PolicyDocument.Statement';
  const decision = grantOf(
    roleWith([allow('[s3:GetObject, "ssmmessages:*"]'), deny(`Action: "*", Resource: "*", ${MFA}`)]),
  );
  expect(decision.is === 'allowed' && decision.by.map(path)).toEqual([`${at}.0.Action.1`]);
  expect(decision.is === 'allowed' && decision.perhapsDeniedBy.map(each => path(each.at))).toEqual([
    `${at}.1.Action`,
  ]);
});
