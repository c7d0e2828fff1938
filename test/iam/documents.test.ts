import { expect, test } from 'vitest';
import { answer, askAll, OPEN, role } from './support.ts';

const policy = (document: string): string =>
  `      Policies:\n        - PolicyName: Own\n          PolicyDocument: ${document}`;

const answers = (yaml: string, given?: Record<string, string>): readonly string[] =>
  askAll(yaml, each => answer(each.grant(OPEN)), given);

const GRANT = '{ Effect: Allow, Action: "ssmmessages:*", Resource: "*" }';
const OTHER = '{ Effect: Allow, Action: "s3:*", Resource: "*" }';
const CONDITION = 'Parameters: { Env: { Type: String } }\nConditions: { IsProd: !Equals [!Ref Env, prod] }';

test.each([
  [`{ Statement: ${GRANT} }`, 'granted'],
  [`{ Statement: [${GRANT}] }`, 'granted'],
  [`{ Statement: [${OTHER}, ${GRANT}] }`, 'granted'],
  [`{ Statement: [] }`, 'missing'],
  [`{ Version: "2012-10-17" }`, 'missing'],
  ['', 'missing'],
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
  ['\'{"Statement":{"Effect":"Allow","Action":"ssmmessages:*","Resource":"*"}}\'', 'granted'],
  ['\'{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}\'', 'missing'],
  ['!Sub \'{"Statement":{"Effect":"Allow","Action":"ssmmessages:*","Resource":"*"}}\'', 'granted'],
  [
    '!Sub \'{"Statement":{"Effect":"Allow","Action":["ssmmessages:*","s3:PutObject"],"Resource":["*","${Bucket.Arn}"]}}\'',
    'granted',
  ],
  ['!Sub \'{"Statement":{"Effect":"Allow","Action":"${Action}","Resource":"*"}}\'', 'unknown'],
  ['!Sub \'{"Statement":{"Effect":"Allow","Action":"ssmmessages:*","Resource":${Resource}}}\'', 'unknown'],
  [
    '!Join ["", [\'{"Statement":{"Effect":"Allow",\', \'"Action":"ssmmessages:*","Resource":"*"}}\']]',
    'granted',
  ],
  [`{ "Fn::ToJsonString": { Statement: ${GRANT} } }`, 'granted'],
  [`{ "Fn::ToJsonString": { Statement: ${OTHER} } }`, 'missing'],
  ['not JSON', 'unknown'],
  ["'[1, 2]'", 'unknown'],
  ["'{'", 'unknown'],
])('the text %s', (document, expected) => {
  expect(answers(role(policy(document)))).toEqual([expected]);
});

test.each([
  [`{ Statement: [!If [IsProd, ${GRANT}, ${OTHER}]] }`, ['granted', 'missing']],
  [`{ Statement: [!If [IsProd, ${GRANT}, !Ref "AWS::NoValue"], ${OTHER}] }`, ['granted', 'missing']],
  [`{ Statement: !If [IsProd, [${GRANT}], [${OTHER}]] }`, ['granted', 'missing']],
  [`{ Statement: !If [IsProd, ${GRANT}, !Ref "AWS::NoValue"] }`, ['granted', 'missing']],
  [`!If [IsProd, { Statement: ${GRANT} }, { Statement: ${OTHER} }]`, ['granted', 'missing']],
  [
    '{ Statement: { Effect: !If [IsProd, Allow, Deny], Action: "ssmmessages:*", Resource: "*" } }',
    ['granted', 'denied'],
  ],
  [
    '{ Statement: { Effect: Allow, Action: !If [IsProd, "*", ["s3:*", "logs:*"]], Resource: "*" } }',
    ['granted', 'missing'],
  ],
  [
    '{ Statement: { Effect: Allow, Action: ["s3:*", !If [IsProd, "*", !Ref "AWS::NoValue"]], Resource: "*" } }',
    ['granted', 'missing'],
  ],
  [
    '{ Statement: { Effect: Allow, Action: "*", Resource: !If [IsProd, "*", "arn:aws:s3:::b"] } }',
    ['granted', 'restricted by resource'],
  ],
  [
    '{ Statement: { Effect: Allow, Action: "*", Resource: "*", Condition: !If [IsProd, !Ref "AWS::NoValue", { Bool: { x: "1" } }] } }',
    ['granted', 'restricted by condition'],
  ],
  [
    '{ Statement: { Effect: Allow, Action: "*", Resource: "*", Condition: { Bool: !If [IsProd, !Ref "AWS::NoValue", { x: "1" }] } } }',
    ['granted', 'restricted by condition'],
  ],
])('in the branches of %s', (document, expected) => {
  expect(answers(role(policy(document), '', CONDITION))).toEqual(expected);
});

test('a policy may itself stand in a branch', () => {
  const item = `{ PolicyName: Own, PolicyDocument: { Statement: ${GRANT} } }`;
  const none = '!Ref "AWS::NoValue"';
  expect(answers(role(`      Policies: [!If [IsProd, ${item}, ${none}]]`, '', CONDITION))).toEqual([
    'granted',
    'missing',
  ]);
  expect(answers(role(`      Policies: !If [IsProd, [${item}], ${none}]`, '', CONDITION))).toEqual([
    'granted',
    'missing',
  ]);
  expect(answers(role('      Policies: !Ref Policies'))).toEqual(['unknown']);
  expect(answers(role('      Policies: [!Transform { Name: Include }]'))).toEqual(['unknown']);
});

test('a macro may add a policy, but changes none that is complete', () => {
  const macro = 'Transform: [MyMacro]';
  expect(answers(role(policy(`{ Statement: ${GRANT} }`), '', macro))).toEqual(['granted']);
  expect(answers(role(policy(`{ Statement: ${OTHER} }`), '', macro))).toEqual(['unknown']);
});

test('an `Effect` that rests on a parameter is not known', () => {
  const document = '{ Statement: { Effect: !Ref Effect, Action: "*", Resource: "*" } }';
  const parameter = 'Parameters: { Effect: { Type: String, Default: Allow } }';
  expect(answers(role(policy(document), '', parameter))).toEqual(['unknown']);
  expect(answers(role(policy(document), '', parameter), { Effect: 'Deny' })).toEqual(['denied']);
});
