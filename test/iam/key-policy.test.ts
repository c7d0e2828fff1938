import { describe, expect, test } from 'vitest';
import { allowsCloudWatchLogs, delegatesToAccount } from '../../src/iam/key-policy.ts';
import { askOnce, resource } from '../ecs/query.ts';

const ACTIONS = ['kms:Decrypt', 'kms:GenerateDataKey'];

/** Whether CloudWatch Logs may use a key with these statements in its policy. */
function allowsLogs(statements: string): string {
  const template = `Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement: ${statements}
`;
  return askOnce(template, each => allowsCloudWatchLogs(resource(each, 'Key'), ACTIONS));
}

const statement = (principal: string, action = '"kms:*"', effect = 'Allow'): string =>
  `{ Effect: ${effect}, Principal: ${principal}, Action: ${action}, Resource: "*" }`;

test.each([
  ['{ Service: logs.eu-west-1.amazonaws.com }', 'yes'],
  ['{ Service: !Sub "logs.${AWS::Region}.amazonaws.com" }', 'yes'],
  ['{ Service: [s3.amazonaws.com, logs.eu-west-1.amazonaws.com] }', 'yes'],
  ['{ Service: logs.amazonaws.com }', 'unknown'],
  ['{ Service: !ImportValue Logs }', 'unknown'],
  ['{ Service: [{ Fn::Transform: x }] }', 'unknown'],
  ['{ Service: s3.amazonaws.com }', 'no'],
  ['{ AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }', 'no'],
  ['{ AWS: "*" }', 'unknown'],
  ['"*"', 'yes'],
])('CloudWatch Logs may use a key whose policy names %s: %s', (principal, expected) => {
  expect(allowsLogs(`[${statement(principal)}]`)).toBe(expected);
});

const LOGS = '{ Service: logs.eu-west-1.amazonaws.com }';

test('every action has to be allowed, by whichever statement', () => {
  const each = (action: string): string => statement(LOGS, `"${action}"`);
  expect(allowsLogs(`[${each('kms:Decrypt')}]`)).toBe('no');
  expect(allowsLogs(`[${each('kms:Decrypt')}, ${each('kms:GenerateDataKey*')}]`)).toBe('yes');
  expect(allowsLogs(`[${each('kms:Decrypt')}, ${statement(LOGS, '!ImportValue Actions')}]`)).toBe('unknown');
});

test('a Deny allows nothing, and what is not known may be an Allow', () => {
  expect(allowsLogs(`[${statement(LOGS, '"kms:*"', 'Deny')}]`)).toBe('no');
  expect(allowsLogs('!ImportValue Statements')).toBe('unknown');
  expect(allowsLogs('[]')).toBe('no');
});

describe('a key policy leaves it to the account who may use the key', () => {
  const delegates = (principal: string, more = ''): string => {
    const template = `
Parameters: { Open: { Type: String } }
Resources:
  Role: { Type: AWS::IAM::Role }
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy: { Statement: [{ Effect: Allow, Principal: ${principal}, Action: "kms:*", Resource: "*"${more} }] }
`;
    const request = {
      action: 'kms:Decrypt',
      resource: ['*'],
      requester: 'task',
      context: new Map(),
    } as const;
    return askOnce(template, each => delegatesToAccount(resource(each, 'Key'), request));
  };

  test.each([
    ['{ AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }', 'yes'],
    ['{ AWS: arn:aws:iam::111122223333:root }', 'yes'],
    ['{ AWS: "111122223333" }', 'yes'],
    ['{ AWS: !Ref AWS::AccountId }', 'yes'],
    ['{ AWS: "*" }', 'yes'],
    ['{ AWS: [!GetAtt Role.Arn, !Ref AWS::AccountId] }', 'yes'],
    ['{ AWS: !GetAtt Role.Arn }', 'no'],
    ['{ AWS: arn:aws:iam::111122223333:role/app }', 'no'],
    ['{ AWS: !Sub "arn:aws:iam::${AWS::AccountId}:role/${Open}" }', 'no'],
    ['{ AWS: !Ref Open }', 'unknown'],
    ['{ AWS: !Sub "${Open}:root" }', 'yes'],
    ['{ AWS: !ImportValue Principal }', 'unknown'],
    ['{ AWS: [{ Fn::Transform: x }] }', 'unknown'],
    ['{ Service: logs.amazonaws.com }', 'no'],
  ])('%s: %s', (principal, expected) => {
    expect(delegates(principal)).toBe(expected);
  });

  test.each([
    ['{ Bool: { "aws:SecureTransport": "true" } }', 'yes'],
    ['{ Bool: { "aws:SecureTransport": "false" } }', 'no'],
    ['{ StringEquals: { "aws:PrincipalTag/a": "b" } }', 'unknown'],
  ])('under the condition %s: %s', (condition, expected) => {
    const account = '{ AWS: !Ref AWS::AccountId }';
    expect(delegates(account, `, Condition: ${condition}`)).toBe(expected);
    expect(delegates('{ AWS: !GetAtt Role.Arn }', `, Condition: ${condition}`)).toBe('no');
  });

  test('where it has none', () => {
    const key = 'Resources:\n  Key: { Type: AWS::KMS::Key }\n';
    const request = { action: 'kms:Decrypt', resource: ['*'], requester: 'task' } as const;
    expect(askOnce(key, each => delegatesToAccount(resource(each, 'Key'), request))).toBe('yes');
  });
});
