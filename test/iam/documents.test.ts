import { expect, test } from 'vitest';
import { answer, askAll, OPEN, role } from './support.ts';

const policy = (document: string): string =>
  `      Policies:\n        - PolicyName: Own\n          PolicyDocument: ${document}`;

const answers = (yaml: string, given?: Record<string, string>): readonly string[] =>
  askAll(yaml, each => answer(each.access(OPEN)), given);

const GRANT = '{ Effect: Allow, Action: "ssmmessages:*", Resource: "*" }';
const OTHER = '{ Effect: Allow, Action: "s3:*", Resource: "*" }';
const CONDITION = 'Parameters: { Env: { Type: String } }\nConditions: { IsProd: !Equals [!Ref Env, prod] }';

test.each([
  [`{ Statement: ${GRANT} }`, 'allowed'],
  [`{ Statement: [${GRANT}] }`, 'allowed'],
  [`{ Statement: [${OTHER}, ${GRANT}] }`, 'allowed'],
  [`{ Statement: [] }`, 'implicit deny'],
  [`{ Version: "2012-10-17" }`, 'implicit deny'],
  ['', 'implicit deny'],
  [`{ Statement: ${GRANT}, "Fn::Transform": { Name: "AWS::Include" } }`, 'unknown'],
  ['{ "Fn::Transform": { Name: "AWS::Include" } }', 'unknown'],
  ['!Transform { Name: "AWS::Include" }', 'unknown'],
  ['!Ref Document', 'unknown'],
  ['!FindInMap [Documents, !Ref "AWS::Region", Document]', 'unknown'],
  ['!ImportValue Document', 'unknown'],
  ['"{{resolve:ssm:document}}"', 'unknown'],
  ['{ Statement: !Ref Statements }', 'unknown'],
  ['[]', 'unknown'],
])('the document %s', (document, expected) => {
  expect(answers(role(policy(document)))).toEqual([expected]);
});

test.each([
  ['\'{"Statement":{"Effect":"Allow","Action":"ssmmessages:*","Resource":"*"}}\'', 'allowed'],
  ['\'{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}\'', 'implicit deny'],
  ['!Sub \'{"Statement":{"Effect":"Allow","Action":"ssmmessages:*","Resource":"*"}}\'', 'allowed'],
  [
    '!Sub \'{"Statement":{"Effect":"Allow","Action":["ssmmessages:*","s3:PutObject"],"Resource":["*","${Bucket.Arn}"]}}\'',
    'allowed',
  ],
  ['!Sub \'{"Statement":{"Effect":"Allow","Action":"${Action}","Resource":"*"}}\'', 'unknown'],
  ['!Sub \'{"Statement":{"Effect":"Allow","Action":"ssmmessages:*","Resource":${Resource}}}\'', 'unknown'],
  [
    '!Join ["", [\'{"Statement":{"Effect":"Allow",\', \'"Action":"ssmmessages:*","Resource":"*"}}\']]',
    'allowed',
  ],
  [`{ "Fn::ToJsonString": { Statement: ${GRANT} } }`, 'allowed'],
  [`{ "Fn::ToJsonString": { Statement: ${OTHER} } }`, 'implicit deny'],
  ['not JSON', 'unknown'],
  ["'[1, 2]'", 'unknown'],
  ["'{'", 'unknown'],
])('the text %s', (document, expected) => {
  expect(answers(role(policy(document)))).toEqual([expected]);
});

test.each([
  [`{ Statement: [!If [IsProd, ${GRANT}, ${OTHER}]] }`, ['allowed', 'implicit deny']],
  [`{ Statement: [!If [IsProd, ${GRANT}, !Ref "AWS::NoValue"], ${OTHER}] }`, ['allowed', 'implicit deny']],
  [`{ Statement: !If [IsProd, [${GRANT}], [${OTHER}]] }`, ['allowed', 'implicit deny']],
  [`{ Statement: !If [IsProd, ${GRANT}, !Ref "AWS::NoValue"] }`, ['allowed', 'implicit deny']],
  [`!If [IsProd, { Statement: ${GRANT} }, { Statement: ${OTHER} }]`, ['allowed', 'implicit deny']],
  [
    '{ Statement: { Effect: !If [IsProd, Allow, Deny], Action: "ssmmessages:*", Resource: "*" } }',
    ['allowed', 'explicit deny'],
  ],
  [
    '{ Statement: { Effect: Allow, Action: !If [IsProd, "*", ["s3:*", "logs:*"]], Resource: "*" } }',
    ['allowed', 'implicit deny'],
  ],
  [
    '{ Statement: { Effect: Allow, Action: ["s3:*", !If [IsProd, "*", !Ref "AWS::NoValue"]], Resource: "*" } }',
    ['allowed', 'implicit deny'],
  ],
  [
    '{ Statement: { Effect: Allow, Action: "*", Resource: !If [IsProd, "*", "arn:aws:s3:::b"] } }',
    ['allowed', 'restricted by resource'],
  ],
  [
    '{ Statement: { Effect: Allow, Action: "*", Resource: "*", Condition: !If [IsProd, !Ref "AWS::NoValue", { Bool: { x: "1" } }] } }',
    ['allowed', 'restricted by condition'],
  ],
  [
    '{ Statement: { Effect: Allow, Action: "*", Resource: "*", Condition: { Bool: !If [IsProd, !Ref "AWS::NoValue", { x: "1" }] } } }',
    ['allowed', 'restricted by condition'],
  ],
])('in the branches of %s', (document, expected) => {
  expect(answers(role(policy(document), '', CONDITION))).toEqual(expected);
});

test('a policy may itself stand in a branch', () => {
  const item = `{ PolicyName: Own, PolicyDocument: { Statement: ${GRANT} } }`;
  const none = '!Ref "AWS::NoValue"';
  expect(answers(role(`      Policies: [!If [IsProd, ${item}, ${none}]]`, '', CONDITION))).toEqual([
    'allowed',
    'implicit deny',
  ]);
  expect(answers(role(`      Policies: !If [IsProd, [${item}], ${none}]`, '', CONDITION))).toEqual([
    'allowed',
    'implicit deny',
  ]);
  expect(answers(role('      Policies: !Ref Policies'))).toEqual(['unknown']);
  expect(answers(role('      Policies: [!Transform { Name: Include }]'))).toEqual(['unknown']);
});

test('a macro may add a policy, but changes none that is complete', () => {
  const macro = 'Transform: [MyMacro]';
  expect(answers(role(policy(`{ Statement: ${GRANT} }`), '', macro))).toEqual(['allowed']);
  expect(answers(role(policy(`{ Statement: ${OTHER} }`), '', macro))).toEqual(['unknown']);
});

test('an `Effect` that rests on a parameter is not known', () => {
  const document = '{ Statement: { Effect: !Ref Effect, Action: "*", Resource: "*" } }';
  const parameter = 'Parameters: { Effect: { Type: String, Default: Allow } }';
  expect(answers(role(policy(document), '', parameter))).toEqual(['unknown']);
  expect(answers(role(policy(document), '', parameter), { Effect: 'Deny' })).toEqual(['explicit deny']);
});
