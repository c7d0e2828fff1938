import { expect, test } from 'vitest';
import { allowsCloudWatchLogs } from '../../src/iam/key-policy.ts';
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
