import { describe, expect, test } from 'vitest';
import { display } from '../../src/cfn/functions/placeholder.ts';
import type { Value } from '../../src/cfn/value.ts';
import { sessionLog } from '../../src/ecs/logging/session-log.ts';
import { Bucket } from '../../src/ecs/model/bucket.ts';
import { Cluster } from '../../src/ecs/model/cluster.ts';
import { describe as describeDestination, writtenArns } from '../../src/ecs/model/destination.ts';
import type { Key } from '../../src/ecs/model/key.ts';
import { LogGroup } from '../../src/ecs/model/log-group.ts';
import { askOnce, launcher, resource, say } from './query.ts';

const PARAMETERS = `
Parameters:
  Name: { Type: String }
  Likely: { Type: String, Default: OVERRIDE }
  Empty: { Type: String, Default: '' }
`;

function key(value: Value<Key>): string {
  if (value.is !== 'known') return say(value);
  return `${value.value.resource?.id ?? 'elsewhere'}: ${display(value.value.arns.join(' = '))}`;
}

/** The ARN of a key that nothing here tells the id of. */
function hidden(name: string): string {
  return late(`the key ${name}`);
}

function late(name: string): string {
  return `arn:\${AWS::Partition}:kms:\${AWS::Region}:\${AWS::AccountId}:key/\${${name}}`;
}

test.each([
  ['Logging: OVERIDE', 'OVERIDE -> OVERRIDE'],
  ['Logging: none', 'none -> NONE'],
  ['Logging: s3', 's3 -> undefined'],
  ['Logging: NONE', 'none'],
  ['Logging: [NONE]', 'none'],
  ['Logging: !Ref Empty', 'none'],
  ['Logging: !Ref Name', 'none'],
  ['KmsKeyId: a', 'none'],
])('the mode of logging that is meant by %s: %s', (written, expected) => {
  const text = `${PARAMETERS}
Resources:
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: { Configuration: { ExecuteCommandConfiguration: { ${written} } } }
`;
  const found = askOnce(text, template => {
    const invalid = new Cluster(resource(template, 'Cluster')).invalidLogging();
    return invalid ? `${invalid.value} -> ${invalid.meant}` : 'none';
  });
  expect(found).toBe(expected);
});

describe('the key of the sessions on a cluster', () => {
  const facts = (written: string): string =>
    askOnce(
      `${PARAMETERS}
Resources:
  Key: { Type: AWS::KMS::Key }
  Replica: { Type: AWS::KMS::ReplicaKey }
  Alias: { Type: AWS::KMS::Alias, Properties: { AliasName: alias/exec, TargetKeyId: !Ref Key } }
  Foreign: { Type: AWS::KMS::Alias, Properties: { AliasName: alias/foreign, TargetKeyId: !ImportValue Key } }
  Stack: { Type: AWS::CloudFormation::Stack }
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: { Configuration: { ExecuteCommandConfiguration: { ${written} } } }
`,
      template => key(new Cluster(resource(template, 'Cluster')).sessionKey()),
    );

  const LOCAL = 'Key: ${Key.Arn} = arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${Key}';

  test.each([
    '!Ref Key',
    '!GetAtt Key.Arn',
    '!GetAtt Key.KeyId',
    '!Sub "${Key.Arn}"',
    '!Sub "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${Key}"',
    '!Ref Alias',
    'alias/exec',
    'arn:aws:kms:eu-west-1:123456789012:alias/exec',
  ])('is the local key: %s', written => {
    expect(facts(`KmsKeyId: ${written}`)).toBe(LOCAL);
  });

  test.each([
    [
      'KmsKeyId: !Ref Replica',
      'Replica: ${Replica.Arn} = arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${Replica}',
    ],
    ['KmsKeyId: arn:aws:kms:eu-west-1:1:key/1a', 'elsewhere: arn:aws:kms:eu-west-1:1:key/1a'],
    ['KmsKeyId: 1a2b', 'elsewhere: arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/1a2b'],
    [
      'KmsKeyId: !Ref Name',
      'elsewhere: ${Name} = arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${Name}',
    ],
    ['Logging: NONE', 'absent'],
    ['KmsKeyId:', 'absent'],
    ['KmsKeyId: alias/other', `elsewhere: ${hidden('alias/other')}`],
    ['KmsKeyId: !Ref Foreign', `elsewhere: ${hidden('Foreign')}`],
    ['KmsKeyId: !ImportValue Key', `elsewhere: \${import Key} = ${late('import Key')}`],
    ['KmsKeyId: !Ref Empty', 'unknown because it may be left empty'],
    ['KmsKeyId: !GetAtt Stack.Outputs.Key', `elsewhere: \${Stack.Outputs.Key} = ${hidden('Stack')}`],
    [
      "KmsKeyId: '{{resolve:ssm:/key}}'",
      `elsewhere: \${{{resolve:ssm:/key}}} = ${late('{{resolve:ssm:/key}}')}`,
    ],
  ])('%s', (written, said) => {
    expect(facts(written)).toBe(said);
  });
});

describe('sessions are recorded', () => {
  const facts = (configuration: string, containers = ''): string =>
    askOnce(
      `${PARAMETERS}
Resources:
  Group: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /exec } }
  Nameless: { Type: AWS::Logs::LogGroup }
  ByName: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: !Ref Name } }
  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: exec-logs } }
  Stack: { Type: AWS::CloudFormation::Stack }
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: { Configuration: { ExecuteCommandConfiguration: { ${configuration} } } }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { ContainerDefinitions: [${containers}] } }
  Web: { Type: AWS::ECS::Service, Properties: { Cluster: !Ref Cluster, TaskDefinition: !Ref Task } }
`,
      template => {
        const log = sessionLog(launcher(template, 'Web'));
        if (log.is !== 'known') return say(log);
        const destinations = log.value.destinations.map(each =>
          [
            describeDestination(each),
            ...(each.mustBeEncrypted === 'yes' ? ['encrypted'] : []),
            ...(each.kind === 'bucket'
              ? [`under ${each.prefix === undefined ? '?' : display(each.prefix)}`]
              : []),
            `named ${each.names.map(display).join(' = ')}`,
          ].join(', '),
        );
        return [`${log.value.mode}${log.unsure === undefined ? '' : '?'}`, ...destinations].join('; ');
      },
    );

  const override = (log: string): string => facts(`Logging: OVERRIDE, LogConfiguration: { ${log} }`);

  test.each([
    ['!Ref Group', 'the log group `Group`, named ${Group} = /exec'],
    ['/exec', 'the log group `Group`, named ${Group} = /exec'],
    ['!Sub "${Group}"', 'the log group `Group`, named ${Group} = /exec'],
    ['!GetAtt Group.Arn', 'the log group `Group`, named ${Group} = /exec'],
    ['!Ref Nameless', 'the log group `Nameless`, named ${Nameless}'],
    ['!Ref Name', 'the log group `ByName`, named ${ByName} = ${Name}'],
    ['/other', 'the log group `/other`, named /other'],
    [
      '!Sub "/${AWS::StackName}/exec"',
      'the log group `/${AWS::StackName}/exec`, named /${AWS::StackName}/exec',
    ],
    ['!GetAtt Stack.Outputs.Group', 'the log group `${Stack.Outputs.Group}`, named ${Stack.Outputs.Group}'],
  ])('in a log group: %s', (name, said) => {
    expect(override(`CloudWatchLogGroupName: ${name}`)).toBe(`OVERRIDE; ${said}`);
  });

  test('in a bucket', () => {
    const bucket = 'the bucket `Bucket`, under , named ${Bucket} = exec-logs';
    expect(override('S3BucketName: !Ref Bucket')).toBe(`OVERRIDE; ${bucket}`);
    expect(override('S3BucketName: exec-logs')).toBe(`OVERRIDE; ${bucket}`);
    expect(override('S3BucketName: exec-logs, S3EncryptionEnabled: true')).toBe(
      'OVERRIDE; the bucket `Bucket`, encrypted, under , named ${Bucket} = exec-logs',
    );
  });

  test.each([
    ['exec', 'exec'],
    ['exec/', 'exec'],
    ['exec//prod/', 'exec/prod'],
    ['/', ''],
    ['!Sub "exec/${Name}"', 'exec/${Name}'],
    ['!ImportValue Prefix', '?'],
  ])('in a folder of a bucket: %s', (prefix, said) => {
    expect(override(`S3BucketName: b, S3KeyPrefix: ${prefix}`)).toBe(
      `OVERRIDE; the bucket \`b\`, under ${said}, named b`,
    );
  });

  test('in both, and only a sure demand for encryption counts', () => {
    expect(
      override(
        'CloudWatchLogGroupName: /exec, CloudWatchEncryptionEnabled: true, S3BucketName: b, S3EncryptionEnabled: !Ref Name',
      ),
    ).toBe(
      'OVERRIDE; the log group `Group`, encrypted, named ${Group} = /exec; the bucket `b`, under , named b',
    );
  });

  const awslogs = (group: string): string =>
    `{ LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: ${group} } } }`;

  test('where the containers log under DEFAULT', () => {
    const said = 'DEFAULT; the log group `Group`, named ${Group} = /exec';
    expect(facts('', awslogs('!Ref Group'))).toBe(said);
    expect(facts('', awslogs('/exec'))).toBe(said);
    expect(facts('Logging: DEFAULT', awslogs('!Sub "${Group}"'))).toBe(said);
    expect(facts('', awslogs('!Sub "/ecs/${Name}"'))).toBe(
      'DEFAULT; the log group `/ecs/${Name}`, named /ecs/${Name}',
    );
    expect(facts('LogConfiguration: { CloudWatchLogGroupName: /other }', awslogs('/exec'))).toBe(said);
    expect(facts('', '{ LogConfiguration: { LogDriver: awsfirelens } }')).toBe('DEFAULT');
    expect(facts('', '{ Name: app }')).toBe('DEFAULT');
  });

  test('nowhere under NONE', () => {
    expect(facts('Logging: NONE', awslogs('/exec'))).toBe('NONE');
  });

  test('under a name that another stack or a store tells', () => {
    expect(override('CloudWatchLogGroupName: !ImportValue Group')).toBe(
      'OVERRIDE; the log group `Group`, named ${import Group}',
    );
    expect(override('S3BucketName: "{{resolve:ssm:/bucket}}"')).toBe(
      'OVERRIDE; the bucket `{{resolve:ssm:/bucket}}`, under , named ${{{resolve:ssm:/bucket}}}',
    );
    expect(facts('', awslogs('!ImportValue Group'))).toContain('the log group `Group`');
  });

  test('somewhere that is not known', () => {
    expect(facts('Logging: !Ref Name')).toContain('unknown');
    expect(facts('', awslogs('!Transform { Name: Group }'))).toContain('unknown');
    expect(facts('Logging: !Ref Likely, LogConfiguration: { S3BucketName: b }')).toBe(
      'OVERRIDE?; the bucket `b`, under , named b',
    );
  });

  test('under names that the agent gives them', () => {
    const arns = (log: string): readonly string[] =>
      askOnce(
        `Resources:
  Cluster: { Type: AWS::ECS::Cluster, Properties: { Configuration: { ExecuteCommandConfiguration: { Logging: OVERRIDE, LogConfiguration: { ${log} } } } } }
  Web: { Type: AWS::ECS::Service, Properties: { Cluster: !Ref Cluster } }`,
        template => {
          const found = sessionLog(launcher(template, 'Web'));
          return found.is === 'known' ? found.value.destinations.flatMap(writtenArns).map(display) : [];
        },
      );
    expect(arns('S3BucketName: b, S3KeyPrefix: exec/')).toEqual([
      'arn:${AWS::Partition}:s3:::b/exec/ecs-execute-command-session.log',
    ]);
    const group = 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/g';
    expect(arns('CloudWatchLogGroupName: /g')).toEqual([`${group}:log-stream:ecs-execute-command-session`]);
  });
});

describe('a log group', () => {
  const group = <T>(properties: string, question: (group: LogGroup) => T): T =>
    askOnce(
      `${PARAMETERS}
Resources:
  Key: { Type: AWS::KMS::Key }
  Group: { Type: AWS::Logs::LogGroup, Properties: { ${properties} } }`,
      template => question(new LogGroup(resource(template, 'Group'))),
    );

  test('may be encrypted', () => {
    expect(group('KmsKeyId: !GetAtt Key.Arn', each => key(each.key()))).toMatch(/^Key: /);
    expect(group('LogGroupName: /g', each => key(each.key()))).toBe('absent');
  });

  test('may expire', () => {
    expect(group('RetentionInDays: 30', each => say(each.retentionInDays()))).toBe('30');
    expect(group('RetentionInDays: "30"', each => say(each.retentionInDays()))).toBe('30');
    expect(group('LogGroupName: /g', each => say(each.retentionInDays()))).toBe('absent');
    expect(group('RetentionInDays: !Ref Name', each => say(each.retentionInDays()))).toContain('unknown');
  });
});

describe('a bucket', () => {
  const bucket = <T>(properties: string, question: (bucket: Bucket) => T): T =>
    askOnce(
      `Resources:
  Key: { Type: AWS::KMS::Key }
  Bucket: { Type: AWS::S3::Bucket, Properties: { ${properties} } }`,
      template => question(new Bucket(resource(template, 'Bucket'))),
    );
  const encrypted = (rule: string): string =>
    `BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { ${rule} } }] }`;

  test('may be encrypted', () => {
    expect(bucket(encrypted('SSEAlgorithm: "aws:kms:dsse"'), each => say(each.encryption()))).toBe(
      'aws:kms:dsse',
    );
    const kms = encrypted('SSEAlgorithm: aws:kms, KMSMasterKeyID: !Ref Key');
    expect(bucket(kms, each => say(each.encryption()))).toBe('aws:kms');
    expect(bucket(kms, each => key(each.key()))).toMatch(/^Key: /);
    expect(bucket('BucketName: b', each => `${say(each.encryption())} ${key(each.key())}`)).toBe(
      'absent absent',
    );
  });

  test('is closed to the public, unless it says otherwise', () => {
    const blocked = (flags: string): string =>
      bucket(`PublicAccessBlockConfiguration: { ${flags} }`, each => say(each.blocksPublicAccess()));
    const three = 'BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true';
    expect(blocked(`${three}, RestrictPublicBuckets: true`)).toBe('yes');
    expect(blocked(three)).toBe('yes');
    expect(blocked(`${three}, RestrictPublicBuckets: false`)).toBe('no');
    expect(blocked(`${three}, RestrictPublicBuckets: !Ref Unheard`)).toContain('unknown');
    const at = bucket(`PublicAccessBlockConfiguration: { ${three}, RestrictPublicBuckets: false }`, each =>
      each.blocksPublicAccess().at.path.at(-1),
    );
    expect(at).toBe('RestrictPublicBuckets');
    expect(bucket('BucketName: b', each => say(each.blocksPublicAccess()))).toBe('yes');
  });
});
