import { expect, test } from 'vitest';
import { ask, askAll, path } from './support.ts';

const SERVICE = 'ecs-tasks.amazonaws.com';

const trusting = (document: string, rest = ''): string =>
  `${rest}\nResources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument: ${document}\n`;

const answers = (document: string, rest = ''): readonly string[] =>
  askAll(trusting(document, rest), role => role.assumableBy(SERVICE).is);

const statement = (principal: string, more = ''): string =>
  `{ Effect: Allow, Principal: ${principal}, Action: "sts:AssumeRole"${more} }`;

const document = (...statements: string[]): string => `{ Statement: [${statements.join(', ')}] }`;

test.each([
  [`{ Service: ${SERVICE} }`, 'yes'],
  [`{ Service: [ec2.amazonaws.com, ${SERVICE}] }`, 'yes'],
  ['{ Service: !Sub "ecs-tasks.${AWS::URLSuffix}" }', 'yes'],
  ['{ Service: !Join [".", [ecs-tasks, !Ref "AWS::URLSuffix"]] }', 'yes'],
  ['{ Service: { "Fn::Sub": "ecs-tasks.${AWS::URLSuffix}" } }', 'yes'],
  ['"*"', 'yes'],
  ['{ Service: ecs.amazonaws.com }', 'no'],
  ['{ Service: ec2.amazonaws.com }', 'no'],
  ['{ Service: [ec2.amazonaws.com, lambda.amazonaws.com] }', 'no'],
  ['{ Service: !Sub "ec2.${AWS::URLSuffix}" }', 'no'],
  ['{ Service: [] }', 'no'],
  ['{ AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }', 'no'],
  ['{ AWS: 123456789012 }', 'no'],
  ['{ AWS: !Ref Account }', 'no'],
  ['{ Federated: !Ref Provider }', 'no'],
  ['{ Federated: cognito-identity.amazonaws.com }', 'no'],
  [`{ AWS: x, Service: ${SERVICE} }`, 'yes'],
  ['{ AWS: "*" }', 'unknown'],
  ['{ Service: "*" }', 'no'],
  ['{ Service: !Ref Service }', 'unknown'],
  ['{ Service: !Sub "${Name}.amazonaws.com" }', 'unknown'],
  ['{ Service: !Sub "ec2-${Name}.amazonaws.com" }', 'no'],
  [`{ Service: [!Ref Service, ${SERVICE}] }`, 'yes'],
  ['{ Service: ecs-tasks.amazonaws.com.cn }', 'unknown'],
  ['{ Service: ecs-tasks.us-east-1.amazonaws.com }', 'unknown'],
  ['{ Service: !Sub "ecs-tasks.${AWS::Region}.amazonaws.com" }', 'unknown'],
  ['{ Service: ecs-tasks }', 'no'],
  ['{ Service: ecs-tasks.example.com }', 'no'],
  [SERVICE, 'no'],
  ['!Ref Principal', 'unknown'],
  ['{ "Fn::Transform": { Name: "AWS::Include" }, Service: ec2.amazonaws.com }', 'unknown'],
])('the principal %s', (principal, expected) => {
  expect(answers(document(statement(principal)))).toEqual([expected]);
});

const own = `{ Service: ${SERVICE} }`;
const deny = (more: string): string => `{ Effect: Deny, Principal: ${own}, ${more} }`;

test.each([
  [document(statement('{ Service: ec2.amazonaws.com }'), statement(own)), 'yes'],
  [`{ Statement: ${statement(own)} }`, 'yes'],
  [document(`{ Effect: Allow, Principal: ${own}, Action: ["sts:TagSession", "STS:assumerole"] }`), 'yes'],
  [document(`{ Effect: Allow, Principal: ${own}, Action: "sts:*" }`), 'yes'],
  [document(`{ Effect: Allow, Principal: ${own}, Action: "*" }`), 'yes'],
  [document(`{ Effect: Allow, Principal: ${own}, Action: "sts:AssumeRoleWithWebIdentity" }`), 'no'],
  [document(`{ Effect: Allow, Principal: ${own}, NotAction: "sts:AssumeRole" }`), 'no'],
  [document(`{ Effect: Allow, Principal: ${own}, Action: !Ref Action }`), 'unknown'],
  [document(`{ Effect: Allow, NotPrincipal: { AWS: x }, Action: "sts:AssumeRole" }`), 'unknown'],
  [document('{ Effect: Allow, Action: "sts:AssumeRole" }'), 'no'],
  [document(statement(own, ', Condition: { StringEquals: { "aws:SourceAccount": "1" } }')), 'unknown'],
  [
    document(
      statement(own),
      deny('Action: "*", Condition: { StringEquals: { "aws:SourceAccount": !Ref "AWS::AccountId" } }'),
    ),
    'unknown',
  ],
  [document(statement(own, ', Condition: {}')), 'yes'],
  [document(statement(own), statement(own, ', Condition: { Bool: { x: "1" } }')), 'yes'],
  [document(statement(own), deny('Action: "sts:AssumeRole"')), 'no'],
  [document(statement(own), deny('Action: "sts:TagSession"')), 'yes'],
  [document(statement(own), deny('Action: "*", Condition: { Bool: { x: "1" } }')), 'unknown'],
  [document(statement('{ AWS: x }'), deny('Action: "*", Condition: { Bool: { x: "1" } }')), 'no'],
  [
    document(statement(own), '{ Effect: Deny, Principal: { Service: ec2.amazonaws.com }, Action: "*" }'),
    'yes',
  ],
  [document(statement(own), '!Ref Statement'), 'yes'],
  [document('!Ref Statement'), 'unknown'],
  ['{ Statement: [] }', 'no'],
  ['!Ref Document', 'unknown'],
  ['', 'no'],
  [
    `'{"Statement":[{"Effect":"Allow","Principal":{"Service":["${SERVICE}"]},"Action":["sts:AssumeRole"]}]}'`,
    'yes',
  ],
  [
    `'{"Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}'`,
    'no',
  ],
  [
    '!Sub \'{"Statement":{"Effect":"Allow","Principal":{"Service":"ecs-tasks.${AWS::URLSuffix}"},"Action":"sts:AssumeRole"}}\'',
    'yes',
  ],
])('the trust policy %s', (policy, expected) => {
  expect(answers(policy)).toEqual([expected]);
});

const under = (condition: string): string => document(statement(own, `, Condition: ${condition}`));
const ACCOUNT = '"aws:SourceAccount": !Ref "AWS::AccountId"';
const ARN = 'arn:aws:ecs:${AWS::Region}:${AWS::AccountId}';

test.each([
  [`{ StringEquals: { ${ACCOUNT} } }`, 'yes'],
  ['{ StringEquals: { "aws:SourceAccount": ["123456789012"] } }', 'yes'],
  [`{ ArnLike: { "aws:SourceArn": !Sub "${ARN}:*" }, StringEquals: { ${ACCOUNT} } }`, 'yes'],
  [`{ ArnLikeIfExists: { "AWS:SourceArn": [x, !Sub "${ARN}:*"] } }`, 'yes'],
  ['{ ArnLike: { "aws:SourceArn": "arn:aws:ecs:us-east-1:123456789012:*" } }', 'yes'],
  [`{ ArnLike: { "aws:SourceArn": !Sub "${ARN}:task/main/*" } }`, 'unknown'],
  [`{ StringEquals: { "aws:SourceArn": !Sub "${ARN}:*" } }`, 'unknown'],
  ['{ ArnLike: { "aws:SourceArn": "arn:aws:lambda:*:*:*" } }', 'unknown'],
  [`{ StringNotEquals: { ${ACCOUNT} } }`, 'unknown'],
  [`{ StringEquals: { ${ACCOUNT}, "aws:PrincipalTag/x": y } }`, 'unknown'],
  ['{ StringEquals: { "sts:ExternalId": x } }', 'unknown'],
  ['{ StringEquals: !Ref Values }', 'unknown'],
  ['!Ref Condition', 'unknown'],
])('the condition %s', (condition, expected) => {
  expect(answers(under(condition))).toEqual([expected]);
});

test('the source of another service is not known', () => {
  const asked = (condition: string): string =>
    ask(
      trusting(under(condition).replace(SERVICE, 'scheduler.amazonaws.com')),
      role => role.assumableBy('scheduler.amazonaws.com').is,
    );
  expect(asked(`{ StringEquals: { ${ACCOUNT} } }`)).toBe('unknown');
});

test('in branches', () => {
  const rest = 'Parameters: { E: { Type: String } }\nConditions: { IsProd: !Equals [!Ref E, prod] }';
  const service = `{ Service: [ec2.amazonaws.com, !If [IsProd, ${SERVICE}, !Ref "AWS::NoValue"]] }`;
  expect(answers(document(statement(service)), rest)).toEqual(['yes', 'no']);
});

test('where it stands', () => {
  const at = (policy: string): string => ask(trusting(policy), role => path(role.assumableBy(SERVICE).at));
  const trust = 'Resources.Role.Properties.AssumeRolePolicyDocument';
  expect(at(document(statement('{ AWS: x }'), statement(own)))).toBe(`${trust}.Statement.1`);
  expect(at(document(statement('{ AWS: x }')))).toBe(trust);
  expect(at(document('!Ref Statement'))).toBe(trust);
  expect(at('')).toBe(trust);
});
