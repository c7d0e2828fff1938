import { expect, test } from 'vitest';
import { placeholder } from '../../src/cfn/functions/placeholder.ts';
import { coversAction, coversResource } from '../../src/iam/resource-match.ts';
import { askOnce } from '../ecs/query.ts';

/** `${Name}` stands for what a reference gives. */
function covers(pattern: string, arn: string): string {
  const [written, wanted] = [pattern, arn].map(each =>
    each.replace(/\$\{([^}]*)\}/g, (_, name: string) => placeholder(name)),
  );
  const text = 'Parameters: { Geo: { Type: String }, Open: { Type: String } }\nResources: {}\n';
  return askOnce(text, template => coversResource(template, written ?? '', wanted ?? ''));
}

const key = (region: string, account: string, id = 'k'): string =>
  `arn:aws:kms:${region}:${account}:key/${id}`;

test.each([
  ['eu-west-1', '111122223333', 'yes'],
  ['${AWS::Region}', '111122223333', 'yes'],
  ['${Geo}', '${AWS::AccountId}', 'yes'],
  ['*', '*', 'yes'],
  ['eu-west-2', '111122223333', 'no'],
  ['eu-west-1', '999999999999', 'no'],
  ['${Geo}-west-1', '111122223333', 'unknown'],
  ['${Geo}-west-2', '111122223333', 'no'],
  ['e', '111122223333', 'no'],
  ['', '111122223333', 'no'],
  ['eu-west-1', '', 'no'],
  ['eu-*', '111122223333', 'yes'],
  ['us-*', '111122223333', 'no'],
])(
  'a key of eu-west-1 and 111122223333 is covered by one of "%s" and "%s": %s',
  (region, account, expected) => {
    expect(covers(key(region, account), key('eu-west-1', '111122223333'))).toBe(expected);
  },
);

test('an account that the resource leaves open is taken to be that of the pattern', () => {
  expect(covers(key('eu-west-1', '111122223333'), key('${AWS::Region}', '${AWS::AccountId}'))).toBe('yes');
  expect(covers(key('eu-west-1', '111122223333'), key('${AWS::Region}', '999999999999'))).toBe('no');
  expect(covers(key('us-*', '111122223333'), key('${AWS::Region}', '${AWS::AccountId}'))).toBe('unknown');
});

test('an ARN that ends early is all that begins so, unless a reference may hold the rest', () => {
  const wanted = key('eu-west-1', '111122223333');
  expect(covers('arn:aws:kms', wanted)).toBe('yes');
  expect(covers('arn:aws:kms:eu-west-1', wanted)).toBe('yes');
  expect(covers('arn:aws:kms:us-east-1', wanted)).toBe('no');
  expect(covers('arn:aws:logs', wanted)).toBe('no');
  expect(covers('arn:aws:kms:${Open}', wanted)).toBe('unknown');
  expect(covers('aws:kms', wanted)).toBe('no');
});

test('a partition goes with its region', () => {
  expect(covers('arn:aws-cn:kms:cn-north-1:*:key/k', 'arn:${AWS::Partition}:kms:cn-north-1:1:key/k')).toBe(
    'yes',
  );
  expect(covers('arn:aws:kms:cn-north-1:*:key/k', 'arn:${AWS::Partition}:kms:cn-north-1:1:key/k')).toBe('no');
});

test('a bucket has neither region nor account', () => {
  expect(covers('arn:aws:s3:::logs/*', 'arn:aws:s3:::logs/a')).toBe('yes');
  expect(covers('arn:aws:s3:::other/*', 'arn:aws:s3:::logs/a')).toBe('no');
});

test.each([
  ['*', 'yes'],
  ['**', 'yes'],
  ['*:*', 'yes'],
  ['ssmmessages:*', 'yes'],
  ['SSMMessages:opendatachannel', 'yes'],
  ['ssmmessages:Open*', 'yes'],
  ['ssmmessages:OpenDataChanne?', 'yes'],
  ['ssmmessages:OpenControlChannel', 'no'],
  ['ssm:*', 'no'],
  ['ssm*:OpenDataChannel', 'unknown'],
  ['ssmmessages*', 'unknown'],
  ['?smmessages:*', 'unknown'],
  ['s3*:OpenDataChannel', 'no'],
])('ssmmessages:OpenDataChannel is covered by %s: %s', (pattern, expected) => {
  expect(coversAction(pattern, 'ssmmessages:OpenDataChannel')).toBe(expected);
});
