import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, fix, lint, parse, type Report } from '../../src/index.ts';

/** One way in which a cluster, what it records in, and the task role can be set up. */
interface Setup {
  readonly logging: 'absent' | 'NONE' | 'DEFAULT' | 'OVERRIDE';
  readonly destination: 'none' | 'log group' | 'bucket' | 'both';
  /** The cluster demands that what it names be encrypted. */
  readonly encryption: boolean;
  /** The log group has a KMS key. */
  readonly groupKey: boolean;
  /** Sessions are encrypted with a KMS key. */
  readonly sessionKey: boolean;
  /** The container logs with `awslogs`. */
  readonly awslogs: boolean;
  /** What the task role allows beside opening sessions. */
  readonly grants: 'nothing' | 'logs' | 's3' | 'kms' | 'all';
}

const VALUES: { readonly [K in keyof Setup]: readonly Setup[K][] } = {
  logging: ['absent', 'NONE', 'DEFAULT', 'OVERRIDE'],
  destination: ['none', 'log group', 'bucket', 'both'],
  encryption: [false, true],
  groupKey: [false, true],
  sessionKey: [false, true],
  awslogs: [false, true],
  grants: ['nothing', 'logs', 's3', 'kms', 'all'],
};

function setups(): readonly Setup[] {
  const all: Setup[] = [];
  for (const logging of VALUES.logging)
    for (const destination of VALUES.destination)
      for (const encryption of VALUES.encryption)
        for (const groupKey of VALUES.groupKey)
          for (const sessionKey of VALUES.sessionKey)
            for (const awslogs of VALUES.awslogs)
              for (const grants of VALUES.grants)
                all.push({ logging, destination, encryption, groupKey, sessionKey, awslogs, grants });
  return all.filter(isDistinct);
}

/** What has no effect on a setup is not varied. */
function isDistinct(setup: Setup): boolean {
  if (setup.destination === 'none' && setup.encryption) return false;
  if (setup.groupKey && !(setup.encryption && hasGroup(setup))) return false;
  if (setup.grants === 's3' && !hasBucket(setup)) return false;
  return setup.grants !== 'kms' || setup.sessionKey;
}

const hasGroup = ({ destination }: Setup): boolean => destination === 'log group' || destination === 'both';
const hasBucket = ({ destination }: Setup): boolean => destination === 'bucket' || destination === 'both';
const allows = ({ grants }: Setup, what: Setup['grants']): boolean => grants === what || grants === 'all';

/**
 * What has to be said about a setup, worked out from the documentation of ECS and the code of the agent alone:
 * - Without `Logging`, DEFAULT counts: sessions go to the `awslogs` group of the container, if there is one.
 * - Only under OVERRIDE they go to what the cluster names, which has to be something.
 * - The agent finds a log group by `logs:DescribeLogGroups`, and a bucket's encryption by
 *   `s3:GetEncryptionConfiguration`. Where encryption is demanded and it cannot see it, it refuses the session.
 * - To the agent, only a KMS key encrypts a log group; a bucket is always encrypted.
 * - A session key has to be decrypted by the task role, whatever is recorded.
 */
function oracle(setup: Setup): readonly string[] {
  const { logging, encryption } = setup;
  const said = new Set<string>();
  if (logging !== 'OVERRIDE') said.add('error logging-not-overridden');
  if (logging === 'OVERRIDE' && setup.destination === 'none') said.add('error log-destination-missing');
  if (hasGroup(setup) && encryption && !setup.groupKey) said.add('error log-encryption-refuses-session');
  const lost = encryption ? 'error' : 'warning';
  if (logging === 'OVERRIDE') {
    if (hasGroup(setup) && !allows(setup, 'logs')) said.add(`${lost} task-role-lacks-log-permissions`);
    if (hasBucket(setup) && !allows(setup, 's3')) said.add(`${lost} task-role-lacks-log-permissions`);
  }
  if ((logging === 'absent' || logging === 'DEFAULT') && setup.awslogs && !allows(setup, 'logs'))
    said.add('warning task-role-lacks-log-permissions');
  if (setup.sessionKey && !allows(setup, 'kms')) said.add('error task-role-lacks-kms-decrypt');
  return [...said].sort();
}

const ROOT = '{ AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }';
const LOGS = '{ Service: !Sub "logs.${AWS::Region}.amazonaws.com" }';

function template(setup: Setup): string {
  const { logging, encryption, groupKey, sessionKey, awslogs } = setup;
  const log = [
    ...(hasGroup(setup) ? ['CloudWatchLogGroupName: !Ref Group'] : []),
    ...(hasGroup(setup) && encryption ? ['CloudWatchEncryptionEnabled: true'] : []),
    ...(hasBucket(setup) ? ['S3BucketName: !Ref Bucket', 'S3KeyPrefix: exec'] : []),
    ...(hasBucket(setup) && encryption ? ['S3EncryptionEnabled: true'] : []),
  ];
  const exec = [
    ...(sessionKey ? ['KmsKeyId: !GetAtt Key.Arn'] : []),
    ...(logging === 'absent' ? [] : [`Logging: ${logging}`]),
    ...(log.length > 0 ? [`LogConfiguration: { ${log.join(', ')} }`] : []),
  ];
  const driver = 'LogDriver: awslogs, Options: { awslogs-group: !Ref AppGroup }';
  return `Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: { Cluster: !Ref Cluster, TaskDefinition: !Ref Task, EnableExecuteCommand: true }
  Cluster:
    Type: AWS::ECS::Cluster
    Properties:
      Configuration: { ExecuteCommandConfiguration: { ${exec.join(', ')} } }
  Group:
    Type: AWS::Logs::LogGroup
    Properties: { RetentionInDays: 30${groupKey ? ', KmsKeyId: !GetAtt Key.Arn' : ''} }
  AppGroup: { Type: AWS::Logs::LogGroup, Properties: { RetentionInDays: 30 } }
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration:
        { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true }
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement:
          - { Effect: Allow, Principal: ${ROOT}, Action: kms:*, Resource: "*" }
          - { Effect: Allow, Principal: ${LOGS}, Action: [kms:Decrypt, kms:GenerateDataKey], Resource: "*" }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      TaskRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - { Name: app, Image: nginx, LinuxParameters: { InitProcessEnabled: true }${awslogs ? `, LogConfiguration: { ${driver} }` : ''} }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: p
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: ssmmessages:*, Resource: "*" }
${statements(setup)
  .map(each => `              - ${each}\n`)
  .join('')}`;
}

function statements(setup: Setup): readonly string[] {
  const allow = (actions: string, on: string): string =>
    `{ Effect: Allow, Action: [${actions}], Resource: [${on}] }`;
  return [
    ...(allows(setup, 'logs')
      ? [
          allow('logs:DescribeLogGroups', '"*"'),
          allow(
            'logs:CreateLogStream, logs:DescribeLogStreams, logs:PutLogEvents',
            '!GetAtt Group.Arn, !GetAtt AppGroup.Arn',
          ),
        ]
      : []),
    ...(allows(setup, 's3')
      ? [
          allow('s3:GetBucketLocation', '"*"'),
          allow('s3:GetEncryptionConfiguration', '!GetAtt Bucket.Arn'),
          allow('s3:PutObject', '!Sub "${Bucket.Arn}/exec/*"'),
        ]
      : []),
    ...(allows(setup, 'kms') ? [allow('kms:Decrypt', '!GetAtt Key.Arn')] : []),
  ];
}

function said({ findings }: Report): readonly string[] {
  return [...new Set(findings.map(each => `${each.severity} ${each.ruleId}`))].sort();
}

const OPTIONS = { ...DEFAULT_OPTIONS, pedantic: true };

describe.each(VALUES.logging)('Logging %s', logging => {
  const own = setups().filter(each => each.logging === logging);

  test(`is judged as documented, in ${own.length} setups`, () => {
    for (const setup of own) {
      const report = lint([parse('t.yaml', template(setup))], OPTIONS);
      expect(said(report), JSON.stringify(setup)).toEqual(oracle(setup));
      const isReady = !oracle(setup).some(each => !each.startsWith('info'));
      expect(report.services[0]?.verdict, JSON.stringify(setup)).toBe(isReady ? 'ready' : 'not-ready');
    }
  });

  /** Somebody's decision, and what costs money, is left alone. */
  const left = (setup: Setup): readonly string[] =>
    oracle(setup).filter(
      each =>
        each === 'error log-encryption-refuses-session' ||
        (each === 'error logging-not-overridden' && setup.logging === 'NONE'),
    );

  test.each(VALUES.destination)('is fixed by one run, with %s', async destination => {
    const mendable = own.filter(each => each.destination === destination && each.grants === 'nothing');
    for (const setup of mendable) {
      const { report } = await fix([parse('t.yaml', template(setup))], { ...OPTIONS, unsafe: false });
      expect(said(report), JSON.stringify(setup)).toEqual(left(setup));
    }
  });
});

test('there are more than a hundred setups', () => {
  expect(setups().length).toBeGreaterThan(100);
});
