import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeholder } from '../../src/cfn/functions/placeholder.ts';
import { bucketArn, logGroupArn } from '../../src/iam/arn.ts';
import { askAll, OPEN } from './support.ts';

const word = fc.constantFrom(
  'Role',
  'Policy',
  'Parameter',
  '*',
  'ssmmessages:*',
  'arn:aws:iam::aws:policy/AdministratorAccess',
  '${Role}',
  '${AWS::Region}:${',
  '${!x}',
  '{"Statement":{"Effect":"Allow"}}',
  '{{resolve:ssm:x}}',
  '\uFFFD',
  '',
);

/** What may stand where a policy is expected, and mostly should not. */
const { value } = fc.letrec<{ value: unknown }>(tie => {
  const call = fc
    .tuple(
      fc.constantFrom(
        'Ref',
        'Fn::Sub',
        'Fn::GetAtt',
        'Fn::If',
        'Fn::Split',
        'Fn::Join',
        'Fn::Transform',
        'Fn::ToJsonString',
        'Fn::ImportValue',
      ),
      tie('value'),
    )
    .map(([name, argument]) => ({ [name]: argument }));
  const statement = fc.record(
    {
      Effect: fc.oneof(fc.constantFrom('Allow', 'Deny'), tie('value')),
      Action: tie('value'),
      NotAction: tie('value'),
      Resource: tie('value'),
      NotResource: tie('value'),
      Principal: fc.oneof(
        fc.record({ Service: tie('value'), AWS: tie('value') }, { requiredKeys: [] }),
        tie('value'),
      ),
      Condition: fc.oneof(fc.constant({ StringEquals: { 'aws:SourceArn': '*' } }), tie('value')),
    },
    { requiredKeys: [] },
  );
  return {
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      word,
      fc.constantFrom(null, true, 12),
      call,
      statement,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.record({ Statement: tie('value') }),
    ),
  };
});

const role = fc.record(
  {
    RoleName: value,
    AssumeRolePolicyDocument: value,
    Policies: fc.oneof(
      value,
      fc.array(fc.record({ PolicyName: value, PolicyDocument: value }), { maxLength: 2 }),
    ),
    ManagedPolicyArns: value,
    PermissionsBoundary: value,
  },
  { requiredKeys: [] },
);

const policy = fc.record(
  { Roles: value, RoleName: value, ManagedPolicyName: value, PolicyDocument: value },
  { requiredKeys: [] },
);

test('nothing that stands in a policy, or in place of one, is too much', () => {
  fc.assert(
    fc.property(
      role,
      policy,
      fc.constantFrom('Policy', 'RolePolicy', 'ManagedPolicy'),
      fc.record({ Bucket: value, PolicyDocument: value }),
      (Properties, separate, type, bucketPolicy) => {
        const yaml = JSON.stringify({
          Parameters: { Parameter: { Type: 'CommaDelimitedList', Default: '' } },
          Resources: {
            Role: { Type: 'AWS::IAM::Role', Properties },
            Policy: { Type: `AWS::IAM::${type}`, Properties: separate },
            Bucket: { Type: 'AWS::S3::Bucket' },
            BucketPolicy: { Type: 'AWS::S3::BucketPolicy', Properties: bucketPolicy },
          },
        });
        const answers = askAll(yaml, each => [
          each.access(OPEN).is,
          each.access('logs:PutLogEvents', [`${logGroupArn('x')}:*`]).is,
          each.access('s3:PutObject', [`${bucketArn(placeholder('Bucket'))}/x`]).is,
          each.assumableBy('ecs-tasks.amazonaws.com').is,
        ]);
        expect(answers.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 600 },
  );
});
