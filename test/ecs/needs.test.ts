import { describe, expect, test } from 'vitest';
import type { Template } from '../../src/cfn/scenario/scenario-template.ts';
import { bucketKeyNeed, sessionKeyNeed } from '../../src/ecs/logging/key-permissions.ts';
import {
  isDenied,
  logNeeds,
  missingPermissions,
  type Need,
  undecidedNeeds,
} from '../../src/ecs/logging/required-permissions.ts';
import { sessionLog } from '../../src/ecs/logging/session-log.ts';
import { keyAt } from '../../src/ecs/model/key.ts';
import { Role } from '../../src/ecs/model/role.ts';
import { ResourceProperty } from '../../src/ecs/resolve/resource-property.ts';
import { askOnce, launcher, resource } from './query.ts';

/** What a role with these statements lacks to write to a destination, or why that is not known. */
function lacks(log: string, statements: string, containers = ''): string {
  const text = `
Parameters: { Folder: { Type: String } }
Resources:
  Group: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /exec } }
  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: exec-logs } }
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: { Configuration: { ExecuteCommandConfiguration: { ${log} } } }
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies: [{ PolicyName: p, PolicyDocument: { Statement: [${statements}] } }]
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { ContainerDefinitions: [${containers}] } }
  Web: { Type: AWS::ECS::Service, Properties: { Cluster: !Ref Cluster, TaskDefinition: !Ref Task } }
`;
  return askOnce(text, template => {
    const found = sessionLog(launcher(template, 'Web'));
    const needs = found.is === 'known' ? found.value.destinations.flatMap(logNeeds) : [];
    return said(new Role(resource(template, 'Role')), needs);
  });
}

function said(role: Role, needs: readonly Need[]): string {
  const lacking = missingPermissions(role, needs);
  if (lacking.length > 0) {
    const actions = lacking.map(
      each => `${each.actions.join(', ')}${each.consequence === 'session refused' ? ' (refused)' : ''}`,
    );
    return actions.join(', ') + (isDenied(role, needs) ? ' by a Deny' : '');
  }
  const why = undecidedNeeds(role, needs);
  return why === undefined ? 'nothing' : 'not known';
}

const allow = (actions: string, on: string): string =>
  `{ Effect: Allow, Action: [${actions}], Resource: ${on} }`;
const override = (log: string): string => `Logging: OVERRIDE, LogConfiguration: { ${log} }`;
const ARN = 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/exec';
const LOGS = 'logs:DescribeLogGroups, logs:CreateLogStream, logs:DescribeLogStreams, logs:PutLogEvents';
const FIND = allow('logs:DescribeLogGroups', '"*"');
const WRITE = 'logs:CreateLogStream, logs:DescribeLogStreams, logs:PutLogEvents';

describe('writing to a log group', () => {
  const group = override('CloudWatchLogGroupName: !Ref Group');

  test.each([
    [allow(LOGS, '"*"')],
    [`${FIND}, ${allow(WRITE, '!GetAtt Group.Arn')}`],
    [`${FIND}, ${allow(WRITE, `!Sub "${ARN}:*"`)}`],
    [`${FIND}, ${allow(WRITE, `!Sub "${ARN}:log-stream:*"`)}`],
    [
      `${allow('logs:DescribeLogGroups', `"arn:aws:logs:*:*:log-group::log-stream:*"`)}, ${allow(WRITE, '!GetAtt Group.Arn')}`,
    ],
    [`${allow('"logs:*"', 'arn:aws:logs')}`],
    [
      `${allow(LOGS, '"*"')}, { Effect: Deny, Action: "logs:DescribeLogGroups", Resource: !GetAtt Group.Arn }`,
    ],
    [allow('"logs:*"', '"arn:aws:logs:*:*:*"')],
  ])('is allowed by %s', statements => {
    expect(lacks(group, statements)).toBe('nothing');
  });

  test.each([
    ['', LOGS],
    [FIND, WRITE],
    [`${FIND}, ${allow(WRITE, `!Sub "${ARN}:log-stream:ecs-execute-command-*"`)}`, 'logs:DescribeLogStreams'],
    [allow(LOGS, `!Sub "${ARN}:*"`), 'logs:DescribeLogGroups'],
    [
      `${allow('logs:DescribeLogGroups', `!Sub "${ARN}"`)}, ${allow(WRITE, '!GetAtt Group.Arn')}`,
      'logs:DescribeLogGroups',
    ],
    [allow(WRITE, '"*"'), 'logs:DescribeLogGroups'],
    [`${FIND}, ${allow(WRITE, `!Sub "${ARN}"`)}`, WRITE],
    [`${FIND}, ${allow(WRITE, `!Sub "${ARN}:log-stream:app-*"`)}`, WRITE],
    [`${FIND}, ${allow(WRITE, '"arn:aws:logs:*:*:log-group:/other:*"')}`, WRITE],
    [
      `${allow(LOGS, '"*"')}, { Effect: Deny, Action: "logs:Put*", Resource: "*" }`,
      'logs:PutLogEvents by a Deny',
    ],
  ])('is not allowed by %s', (statements, lacking) => {
    expect(lacks(group, statements)).toBe(lacking);
  });

  test('named by text is allowed by a reference to the group of that name', () => {
    const statements = `${FIND}, ${allow(WRITE, '!GetAtt Group.Arn')}`;
    expect(lacks(override('CloudWatchLogGroupName: /exec'), statements)).toBe('nothing');
    const container = '{ LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: /exec } } }';
    expect(lacks('Logging: DEFAULT', statements, container)).toBe('nothing');
    expect(lacks('Logging: DEFAULT', '', container)).toBe(LOGS);
  });

  test('is not known under a policy that is not', () => {
    expect(lacks(group, `${FIND}, ${allow(WRITE, '!ImportValue Group')}`)).toBe('not known');
  });

  test('that must be encrypted refuses the session when it cannot be seen to be', () => {
    const encrypted = override('CloudWatchLogGroupName: !Ref Group, CloudWatchEncryptionEnabled: true');
    expect(lacks(encrypted, allow(WRITE, '"*"'))).toBe('logs:DescribeLogGroups (refused)');
    expect(lacks(encrypted, FIND)).toBe(WRITE);
  });
});

describe('writing to a bucket', () => {
  const bucket = override('S3BucketName: !Ref Bucket, S3KeyPrefix: exec/');
  const see = allow('s3:GetBucketLocation, s3:GetEncryptionConfiguration', '!GetAtt Bucket.Arn');
  const write = (on: string): string => `${see}, ${allow('s3:PutObject', on)}`;

  test.each([
    [write('!Sub "${Bucket.Arn}/*"')],
    [write('!Sub "${Bucket.Arn}/exec/*"')],
    [write('!Sub "arn:aws:s3:::${Bucket}/exec/ecs-execute-command-*"')],
    [allow('"s3:*"', '"*"')],
  ])('is allowed by %s', statements => {
    expect(lacks(bucket, statements)).toBe('nothing');
  });

  test.each([
    [see, 's3:PutObject'],
    [write('arn:aws:s3:::exec-logs'), 's3:PutObject'],
    [write('"arn:aws:s3:::other/*"'), 's3:PutObject'],
    [allow('s3:PutObject', '"*"'), 's3:GetBucketLocation, s3:GetEncryptionConfiguration'],
  ])('is not allowed by %s', (statements, lacking) => {
    expect(lacks(bucket, statements)).toBe(lacking);
  });

  test('under a folder that is not known may be allowed', () => {
    const unheard = override('S3BucketName: !Ref Bucket, S3KeyPrefix: !ImportValue Folder');
    expect(lacks(unheard, write('!Sub "${Bucket.Arn}/exec/*"'))).toBe('not known');
    expect(lacks(unheard, write('!Sub "${Bucket.Arn}/*"'))).toBe('nothing');
    const parameter = override('S3BucketName: !Ref Bucket, S3KeyPrefix: !Ref Folder');
    expect(lacks(parameter, write('!Sub "${Bucket.Arn}/${Folder}/*"'))).toBe('nothing');
  });

  test('that must be encrypted refuses the session when it cannot be seen to be', () => {
    const encrypted = override('S3BucketName: !Ref Bucket, S3EncryptionEnabled: true');
    const statements = allow('s3:PutObject, s3:GetBucketLocation', '"*"');
    expect(lacks(encrypted, statements)).toBe('s3:GetEncryptionConfiguration (refused)');
  });

  test('is granted where the folder is, without a slash too many', () => {
    const text = `Resources:
  Bucket: { Type: AWS::S3::Bucket }
  Cluster: { Type: AWS::ECS::Cluster, Properties: { Configuration: { ExecuteCommandConfiguration: { ${bucket} } } } }
  Web: { Type: AWS::ECS::Service, Properties: { Cluster: !Ref Cluster } }`;
    const written = askOnce(text, template => {
      const log = sessionLog(launcher(template, 'Web'));
      return log.is === 'known' ? log.value.destinations.flatMap(logNeeds).map(each => each.written) : [];
    });
    expect(written).toEqual([
      '*',
      { 'Fn::GetAtt': ['Bucket', 'Arn'] },
      { 'Fn::Sub': '${Bucket.Arn}/exec/*' },
    ]);
  });
});

describe('what is granted in the template of another stack', () => {
  const written = (log: string): readonly unknown[] => {
    const text = `
Parameters: { Folder: { Type: String } }
Resources:
  Group: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /exec } }
  Unnamed: { Type: AWS::Logs::LogGroup }
  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: exec-logs } }
  UnnamedBucket: { Type: AWS::S3::Bucket }
  Cluster: { Type: AWS::ECS::Cluster, Properties: { Configuration: { ExecuteCommandConfiguration: { ${override(log)} } } } }
  Web: { Type: AWS::ECS::Service, Properties: { Cluster: !Ref Cluster } }`;
    return askOnce(text, template => {
      const found = sessionLog(launcher(template, 'Web'));
      const needs = found.is === 'known' ? found.value.destinations.flatMap(logNeeds) : [];
      return needs.map(each => each.writtenElsewhere);
    });
  };
  const GROUP = {
    'Fn::Sub': 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/exec:*',
  };

  test('names a log group by the name that it has', () => {
    expect(written('CloudWatchLogGroupName: !Ref Group')).toEqual([undefined, GROUP, GROUP, GROUP]);
    expect(written('CloudWatchLogGroupName: /exec')).toEqual([undefined, GROUP, GROUP, GROUP]);
  });

  test('names a bucket by the name that it has', () => {
    const bucket = { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::exec-logs' };
    const objects = { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::exec-logs/exec/*' };
    expect(written('S3BucketName: !Ref Bucket, S3KeyPrefix: exec')).toEqual([undefined, bucket, objects]);
  });

  test('cannot name what only this template can', () => {
    const none = [undefined, undefined, undefined];
    expect(written('CloudWatchLogGroupName: !Ref Unnamed')).toEqual([undefined, ...none]);
    expect(written('S3BucketName: !Ref UnnamedBucket, S3KeyPrefix: exec')).toEqual(none);
    const folder = written('S3BucketName: !Ref Bucket, S3KeyPrefix: !Ref Folder');
    expect(folder).toEqual([undefined, { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::exec-logs' }, undefined]);
  });
});

describe('a key', () => {
  const facts = (key: string, statements: string): string =>
    askOnce(
      `
Parameters: { Id: { Type: String } }
Resources:
  Key: { Type: AWS::KMS::Key }
  Holder: { Type: AWS::Logs::LogGroup, Properties: { KmsKeyId: ${key} } }
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies: [{ PolicyName: p, PolicyDocument: { Statement: [${statements}] } }]
`,
      template => said(new Role(resource(template, 'Role')), needsOf(template)),
    );

  function needsOf(template: Template): readonly Need[] {
    const found = keyAt(new ResourceProperty(template, resource(template, 'Holder').find('KmsKeyId')));
    return found.is === 'known' ? [sessionKeyNeed(found.value), bucketKeyNeed(found.value)] : [];
  }

  const BOTH = 'kms:Decrypt, kms:GenerateDataKey';

  test.each([
    ['!Ref Key', allow(BOTH, '!GetAtt Key.Arn')],
    ['!Ref Key', allow(BOTH, '"arn:aws:kms:*:*:key/*"')],
    ['!Ref Key', allow(BOTH, '!Sub "arn:aws:kms:${AWS::Region}:${AWS::AccountId}:key/${Key}"')],
    ['!Ref Id', allow(BOTH, '!Ref Id')],
    ['arn:aws:kms:eu-west-1:1:key/1a', allow(BOTH, 'arn:aws:kms:eu-west-1:1:key/1a')],
  ])('%s may be used by %s', (key, statements) => {
    expect(facts(key, statements)).toBe('nothing');
  });

  test('may not be used without a grant, and then sessions are refused', () => {
    expect(facts('!Ref Key', '')).toBe('kms:Decrypt (refused), kms:GenerateDataKey');
    expect(facts('arn:aws:kms:eu-west-1:1:key/1a', allow(BOTH, 'arn:aws:kms:eu-west-1:1:key/2b'))).toBe(
      'kms:Decrypt (refused), kms:GenerateDataKey',
    );
  });
});
