import { describe, expect, test } from 'vitest';
import { placeholder } from '../../src/cfn/functions/placeholder.ts';
import { bucketArn, keyArn, logGroupArn } from '../../src/iam/arn.ts';
import { answer, grantOf, role } from './support.ts';

const RESOURCES = `
  Generated: { Type: AWS::Logs::LogGroup }
  Another: { Type: AWS::Logs::LogGroup }
  Named: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /exec/app } }
  Built: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: !Sub "/\${Cluster}/exec" } }
  Given: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: !Ref GroupName } }
  Imported: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: !ImportValue GroupName } }
  Similar: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: !Sub "/\${AWS::StackName}/\${Env}" } }
  Like: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: !Sub "/\${AWS::StackName}/exec" } }
  Loop: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: !Ref Loop } }
  Bucket: { Type: AWS::S3::Bucket }
  OtherBucket: { Type: AWS::S3::Bucket }
  NamedBucket: { Type: AWS::S3::Bucket, Properties: { BucketName: my-bucket } }
  Key: { Type: AWS::KMS::Key }
  OtherKey: { Type: AWS::KMS::Key }
  Alias: { Type: AWS::KMS::Alias, Properties: { AliasName: alias/exec, TargetKeyId: !Ref Key } }
  Cluster: { Type: AWS::ECS::Cluster, Properties: { ClusterName: main } }
  Queue: { Type: AWS::SQS::Queue }
  Topic: { Type: AWS::SNS::Topic }
  Custom: { Type: Custom::Group }
  Nested: { Type: AWS::CloudFormation::Stack }
`;

/** What a role that is allowed everything on `pattern` may do on a resource. */
function on(pattern: string, resource: readonly string[], action: string, element = 'Resource'): string {
  const statement = `{ Effect: Allow, Action: "*", ${element}: ${pattern} }`;
  const policies = `      Policies: [{ PolicyName: Own, PolicyDocument: { Statement: ${statement} } }]\n`;
  return answer(grantOf(role(policies, RESOURCES), action, resource))
    .replace('allowed', 'yes')
    .replace('restricted by resource', 'no');
}

describe('a log group', () => {
  const group = (...names: string[]): string[] => names.map(name => `${logGroupArn(name)}:*`);
  const is = (pattern: string, ...names: string[]): string =>
    on(pattern, group(...names), 'logs:PutLogEvents');
  const ARN = 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group';

  test.each([
    ['"*"', 'yes'],
    ['!GetAtt Generated.Arn', 'yes'],
    ['!Sub "${Generated.Arn}"', 'yes'],
    [`!Sub "${ARN}:\${Generated}:*"`, 'yes'],
    [`!Sub "${ARN}:\${Generated}*"`, 'yes'],
    [`!Sub "${ARN}:\${Generated}:log-stream:*"`, 'yes'],
    [`!Sub "${ARN}:\${Generated}:log-stream:ecs-execute-command-*"`, 'unknown'],
    [`!Sub "${ARN}:\${Generated}"`, 'no'],
    [`!Sub "${ARN}:*"`, 'yes'],
    ['"arn:aws:logs:*:*:*"', 'yes'],
    ['"arn:*:logs:*:*:log-group:*:*"', 'yes'],
    ['"arn:aws:logs:*"', 'yes'],
    ['"arn:aws:logs:*:*"', 'yes'],
    ['"arn:aws:logs:us-east-1:123456789012:*"', 'yes'],
    ['!Sub "arn:aws:logs:us-east-1:${Account}:log-group:${Generated}:*"', 'yes'],
    ['"arn:aws:logs:::log-group:*"', 'no'],
    ['"arn:aws:*:*:*:*"', 'unknown'],
    ['!GetAtt Another.Arn', 'no'],
    [`!Sub "${ARN}:\${Another}:*"`, 'no'],
    ['!GetAtt Named.Arn', 'no'],
    ['!GetAtt Given.Arn', 'no'],
    [`!Sub "${ARN}:/ecs/*"`, 'no'],
    [`!Sub "${ARN}:my-log-group:*"`, 'no'],
    [`!Sub "${ARN}:\${AWS::StackName}-*"`, 'unknown'],
    [`!Sub "${ARN}:my-stack-*"`, 'unknown'],
    [`!Sub "${ARN}:\${GroupName}:*"`, 'unknown'],
    ['!Ref Generated', 'no'],
    ['!Ref GroupArn', 'unknown'],
    ['!Sub "${GroupArn}:*"', 'unknown'],
    ['!ImportValue GroupArn', 'unknown'],
    ['!GetAtt Queue.Arn', 'no'],
    ['!Ref Topic', 'no'],
    ['!GetAtt Bucket.Arn', 'no'],
    ['!Sub "${Bucket.Arn}/*"', 'no'],
    ['!GetAtt Custom.Arn', 'unknown'],
    ['!GetAtt Nested.Outputs.GroupArn', 'unknown'],
    ['"arn:aws:s3:::*"', 'no'],
    ['"arn:aws:ecs:*:*:*"', 'no'],
  ])('with a generated name by %s: %s', (pattern, expected) => {
    expect(is(pattern, placeholder('Generated'))).toBe(expected);
  });

  test.each([
    ['!GetAtt Named.Arn', 'yes'],
    [`!Sub "${ARN}:\${Named}:*"`, 'yes'],
    [`!Sub "${ARN}:/exec/app:*"`, 'yes'],
    ['"arn:aws:logs:*:*:log-group:/exec/*"', 'yes'],
    ['"arn:aws:logs:*:*:log-group:/exec/*:*"', 'yes'],
    ['"arn:aws:logs:*:*:log-group:/exec/???:*"', 'yes'],
    ['"arn:aws:logs:*:*:log-group:/Exec/*"', 'no'],
    ['"arn:aws:logs:*:*:log-group:/exec/app"', 'no'],
    ['"arn:aws:logs:*:*:log-group:/exec/app*"', 'yes'],
    ['"arn:aws:logs:*:*:log-group:/ecs/*"', 'no'],
    ['!Sub "arn:aws:logs:*:*:log-group:/${Env}/app:*"', 'unknown'],
    ['!Sub "arn:aws:logs:*:*:log-group:/ecs/${Env}:*"', 'no'],
    ['"arn:aws:logs:*:*:log-group:/exec/${aws:PrincipalTag/app}:*"', 'unknown'],
    ['"arn:aws:logs:*:*:log-group:/ecs/${aws:PrincipalTag/app}:*"', 'no'],
    ['"arn:aws:logs:*:*:log-group:/exec/app${*}"', 'no'],
    ['!GetAtt Generated.Arn', 'no'],
    ['[arn:aws:s3:::b, !GetAtt Named.Arn]', 'yes'],
    ['[!ImportValue X, !GetAtt Named.Arn]', 'yes'],
    ['[!ImportValue X, arn:aws:s3:::b]', 'unknown'],
  ])('with a name by %s: %s', (pattern, expected) => {
    expect(is(pattern, placeholder('Named'), '/exec/app')).toBe(expected);
    expect(is(pattern, placeholder('Named'))).toBe(expected);
    expect(is(pattern, '/exec/app')).toBe(expected);
  });

  test.each([
    ['"arn:aws:logs:*:*:log-group:/main/exec:*"', 'yes'],
    ['!Sub "arn:aws:logs:*:*:log-group:/${Cluster}/exec:*"', 'yes'],
    ['"arn:aws:logs:*:*:log-group:/other/exec:*"', 'no'],
  ])('with a name that is built by %s: %s', (pattern, expected) => {
    expect(is(pattern, placeholder('Built'))).toBe(expected);
  });

  test.each([
    [`!Sub "${ARN}:\${GroupName}:*"`, 'yes'],
    [`!Sub "${ARN}:\${Given}:*"`, 'yes'],
    ['!GetAtt Given.Arn', 'yes'],
    [`!Sub "${ARN}:/exec:*"`, 'unknown'],
    [`!Sub "${ARN}:\${OtherName}:*"`, 'unknown'],
  ])('with a name from a parameter by %s: %s', (pattern, expected) => {
    expect(is(pattern, placeholder('GroupName'))).toBe(expected);
    expect(is(pattern, placeholder('Given'))).toBe(expected);
  });

  test('with a name that is not known', () => {
    expect(is('!GetAtt Imported.Arn', placeholder('Imported'))).toBe('yes');
    expect(is('"arn:aws:logs:*:*:log-group:/exec:*"', placeholder('Imported'))).toBe('unknown');
    expect(is('!GetAtt Generated.Arn', placeholder('Imported'))).toBe('no');
    expect(is('!GetAtt Given.Arn', '/exec')).toBe('unknown');
    expect(is('!GetAtt Loop.Arn', placeholder('Loop'))).toBe('yes');
  });

  test('with a name that another group could have too', () => {
    const names = [placeholder('Like'), `/${placeholder('AWS::StackName')}/exec`];
    expect(is('!GetAtt Like.Arn', ...names)).toBe('yes');
    expect(is('!GetAtt Similar.Arn', ...names)).toBe('no');
    expect(is(`!Sub "${ARN}:\${Similar}:*"`, ...names)).toBe('no');
    expect(is(`!Sub "${ARN}:\${Similar}*"`, ...names)).toBe('unknown');
    expect(is('!Sub "arn:aws:logs:*:*:log-group:/${AWS::StackName}/${Env}:*"', ...names)).toBe('unknown');
    expect(on('!GetAtt Similar.Arn', group(...names), 'logs:PutLogEvents', 'NotResource')).toBe('yes');
  });

  test('of another region or account, when both are written out', () => {
    const asked = ['arn:aws:logs:eu-west-1:111111111111:log-group:/exec:*'];
    const patterns = [
      'eu-west-1:111111111111',
      'eu-west-1:*',
      'us-east-1:111111111111',
      'eu-west-1:222222222222',
    ];
    const answers = patterns.map(each =>
      on(`"arn:aws:logs:${each}:log-group:/exec:*"`, asked, 'logs:PutLogEvents'),
    );
    expect(answers).toEqual(['yes', 'yes', 'no', 'no']);
    expect(on(`!Sub "${ARN}:/exec:*"`, asked, 'logs:PutLogEvents')).toBe('yes');
  });

  test('but some', () => {
    const not = (pattern: string): string =>
      on(pattern, group('/exec/app'), 'logs:PutLogEvents', 'NotResource');
    expect(not('"arn:aws:logs:*:*:log-group:/exec/*"')).toBe('no');
    expect(not('[arn:aws:s3:::b, !GetAtt Named.Arn]')).toBe('no');
    expect(not('"arn:aws:logs:*:*:log-group:/ecs/*"')).toBe('yes');
    expect(not('!Ref Anything')).toBe('unknown');
  });

  test('among alternatives of which one is `*`', () => {
    const finding = (pattern: string): string =>
      on(pattern, ['*', `${logGroupArn('')}*`, ...group('/exec')], 'logs:DescribeLogGroups');
    expect(finding('"*"')).toBe('yes');
    expect(finding('"arn:aws:logs:*:*:log-group:*"')).toBe('yes');
    expect(finding('"arn:aws:logs:*:*:log-group:/exec:*"')).toBe('yes');
    expect(finding('!Sub "arn:aws:logs:*:*:log-group:${Name}:*"')).toBe('unknown');
    expect(finding('"arn:aws:logs:*:*:log-group:/other:*"')).toBe('no');
  });
});

describe('a bucket', () => {
  const is = (pattern: string, ...names: string[]): string =>
    on(
      pattern,
      names.map(name => `${bucketArn(name)}/exec/session.log`),
      's3:PutObject',
    );

  test.each([
    ['!Sub "${Bucket.Arn}/*"', 'yes'],
    ['!Sub "${Bucket.Arn}*"', 'yes'],
    ['!Sub "arn:aws:s3:::${Bucket}/*"', 'yes'],
    ['!Join ["", [!GetAtt Bucket.Arn, "/exec/*"]]', 'yes'],
    ['!Sub "${Bucket.Arn}/other/*"', 'no'],
    ['!Sub "${Bucket.Arn}/${Prefix}/*"', 'unknown'],
    ['!GetAtt Bucket.Arn', 'no'],
    ['!Sub "${OtherBucket.Arn}/*"', 'no'],
    ['!Sub "${NamedBucket.Arn}/*"', 'no'],
    ['"arn:aws:s3:::my-bucket/*"', 'no'],
    ['"arn:aws:s3:::*/*"', 'yes'],
    ['"arn:aws:s3:::*"', 'yes'],
    ['"arn:aws:s3:*:*:*"', 'yes'],
    ['"arn:aws:s3:us-east-1:*:*"', 'no'],
    ['!Sub "arn:aws:s3:::${BucketName}/*"', 'unknown'],
    ['!Sub "arn:aws:s3:::${AWS::StackName}-*"', 'unknown'],
    ['!GetAtt Generated.Arn', 'no'],
  ])('with a generated name by %s: %s', (pattern, expected) => {
    expect(is(pattern, placeholder('Bucket'))).toBe(expected);
  });

  test.each([
    ['!Sub "${NamedBucket.Arn}/*"', 'yes'],
    ['"arn:aws:s3:::my-bucket/*"', 'yes'],
    ['"arn:aws:s3:::my-*"', 'yes'],
    ['!Sub "arn:aws:s3:::my-${Suffix}/*"', 'unknown'],
    ['!Sub "arn:aws:s3:::your-${Suffix}/*"', 'no'],
    ['!Sub "${Bucket.Arn}/*"', 'no'],
  ])('with a name by %s: %s', (pattern, expected) => {
    expect(is(pattern, placeholder('NamedBucket'), 'my-bucket')).toBe(expected);
    expect(is(pattern, 'my-bucket')).toBe(expected);
  });
});

describe('a key', () => {
  const is = (pattern: string, arn: string): string => on(pattern, [arn], 'kms:Decrypt');

  test.each([
    ['!GetAtt Key.Arn', 'yes'],
    ['!Sub "${Key.Arn}"', 'yes'],
    ['!Sub "arn:aws:kms:${AWS::Region}:${AWS::AccountId}:key/${Key}"', 'yes'],
    ['!Sub "arn:aws:kms:us-east-1:123456789012:key/${Key}"', 'yes'],
    ['"arn:aws:kms:*:*:key/*"', 'yes'],
    ['"arn:aws:kms:*:*:*"', 'yes'],
    ['!GetAtt OtherKey.Arn', 'no'],
    ['"arn:aws:kms:*:*:key/1234abcd-12ab-34cd-56ef-1234567890ab"', 'no'],
    ['!Sub "arn:aws:kms:*:*:key/${KeyId}"', 'unknown'],
    ['!Ref KeyArn', 'unknown'],
    ['!Ref Key', 'no'],
    ['"arn:aws:kms:*:*:alias/exec"', 'no'],
    ['!Sub "arn:aws:kms:*:*:${Alias}"', 'no'],
  ])('of the template by %s: %s', (pattern, expected) => {
    expect(is(pattern, keyArn(placeholder('Key')))).toBe(expected);
    expect(is(pattern, placeholder('Key.Arn'))).toBe(expected);
  });

  test('from elsewhere', () => {
    expect(is('!Ref KeyArn', placeholder('KeyArn'))).toBe('yes');
    expect(is('!GetAtt Key.Arn', placeholder('KeyArn'))).toBe('unknown');
    const arn = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd';
    expect(is(`"${arn}"`, arn)).toBe('yes');
    expect(is('"arn:aws:kms:eu-west-1:123456789012:key/5678"', arn)).toBe('no');
    expect(is('!Ref KeyArn', arn)).toBe('unknown');
  });
});
