import { describe, expect, test } from 'vitest';
import { placeholder } from '../../src/cfn/functions/placeholder.ts';
import { bucketArn, keyArn } from '../../src/iam/arn.ts';
import { answer, grantOf, role } from './support.ts';

const ROLE_ARN = '!Sub "arn:aws:iam::${AWS::AccountId}:role/app-task"';

describe('the policy of a bucket', () => {
  const OBJECT = [`${bucketArn(placeholder('Bucket'))}/session.log`];

  const put = (statement: string, own = '', bucket = '!Ref Bucket', properties = ''): string => {
    const policies = `      Policies: [{ PolicyName: Own, PolicyDocument: { Statement: [${own}] } }]\n${properties}`;
    const others = `  Bucket: { Type: AWS::S3::Bucket }
  BucketPolicy:
    Type: AWS::S3::BucketPolicy
    Properties: { Bucket: ${bucket}, PolicyDocument: { Statement: ${statement} } }
`;
    return answer(grantOf(role(policies, others), 's3:PutObject', OBJECT));
  };

  const allow = (principal: string, more = ''): string =>
    `{ Effect: Allow, Principal: ${principal}, Action: "s3:*", Resource: !Sub "\${Bucket.Arn}/*"${more} }`;
  const OWN = '{ Effect: Allow, Action: "s3:PutObject", Resource: "*" }';

  test.each([
    ['{ AWS: !GetAtt Role.Arn }', 'allowed'],
    ['{ AWS: !Sub "arn:aws:iam::${AWS::AccountId}:role/${Role}" }', 'allowed'],
    ['{ AWS: [!Ref Account, !GetAtt Role.Arn] }', 'allowed'],
    ['"*"', 'allowed'],
    ['{ AWS: "*" }', 'allowed'],
    ['{ AWS: !GetAtt Another.Arn }', 'implicit deny'],
    ['{ AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }', 'implicit deny'],
    ['{ AWS: !ImportValue Role }', 'implicit deny'],
    ['{ Service: delivery.logs.amazonaws.com }', 'implicit deny'],
    ['!Ref Principal', 'unknown'],
  ])('that lets %s write', (principal, expected) => {
    expect(put(allow(principal))).toBe(expected);
  });

  test('by the name that the role has', () => {
    const named = '      RoleName: app-task\n';
    expect(put(allow(`{ AWS: ${ROLE_ARN} }`), '', '!Ref Bucket', named)).toBe('allowed');
    expect(put(allow(`{ AWS: ${ROLE_ARN} }`))).toBe('implicit deny');
  });

  test('on something else, or under a condition', () => {
    const arn = '{ AWS: !GetAtt Role.Arn }';
    expect(put(allow(arn).replace('/*', '/other/*'))).toBe('implicit deny');
    expect(put(allow(arn), '', '!Ref Another')).toBe('implicit deny');
    expect(put(allow(arn, ', Condition: { Bool: { x: "1" } }'))).toBe('restricted by condition');
  });

  test('that denies', () => {
    const deny = (principal: string, more = ''): string => allow(principal, more).replace('Allow', 'Deny');
    expect(put(deny('"*"'), OWN)).toBe('explicit deny');
    expect(put(deny('"*"', ', Condition: { Bool: { "aws:SecureTransport": "false" } }'), OWN)).toBe(
      'allowed',
    );
    expect(put(deny('{ AWS: !GetAtt Another.Arn }'), OWN)).toBe('allowed');
    expect(put(deny('x').replace('Principal: x', 'NotPrincipal: { AWS: !GetAtt Role.Arn }'), OWN)).toBe(
      'allowed',
    );
  });

  test('counts under the boundary of the role', () => {
    const boundary = '      PermissionsBoundary: arn:aws:iam::aws:policy/ReadOnlyAccess\n';
    expect(put(allow('{ AWS: !GetAtt Role.Arn }'), '', '!Ref Bucket', boundary)).not.toBe('allowed');
  });
});

describe('the policy of a key', () => {
  const decrypt = (principal: string, resource = '"*"', arn = keyArn(placeholder('Key'))): string => {
    const others = `  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement: [{ Effect: Allow, Principal: ${principal}, Action: "kms:Decrypt", Resource: ${resource} }]
  OtherKey: { Type: AWS::KMS::Key }
`;
    return answer(grantOf(role('', others), 'kms:Decrypt', [arn]));
  };

  test.each([
    ['{ AWS: !GetAtt Role.Arn }', 'allowed'],
    ['{ AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }', 'implicit deny'],
    ['{ Service: logs.amazonaws.com }', 'implicit deny'],
  ])('that lets %s decrypt', (principal, expected) => {
    expect(decrypt(principal)).toBe(expected);
    expect(decrypt(principal, '"*"', placeholder('Key.Arn'))).toBe(expected);
  });

  test('says nothing about another key', () => {
    expect(decrypt('{ AWS: !GetAtt Role.Arn }', '"*"', placeholder('OtherKey.Arn'))).toBe('implicit deny');
  });
});
