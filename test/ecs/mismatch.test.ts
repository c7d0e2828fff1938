import { expect, test } from 'vitest';
import { mismatches } from '../../src/ecs/logging/resource-mismatch.ts';
import { sessionLog } from '../../src/ecs/logging/session-log.ts';
import { ask, launcher } from './query.ts';

/** The resources in policies of the task role that are meant for the log, and are not what is written to. */
function found(statements: string, log = 'CloudWatchLogGroupName: !Ref Group'): readonly string[] {
  const text = `
Parameters: { Open: { Type: String } }
Resources:
  Group: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /exec } }
  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: exec-logs } }
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: { Configuration: { ExecuteCommandConfiguration: { Logging: OVERRIDE, LogConfiguration: { ${log} } } } }
  Role: { Type: AWS::IAM::Role, Properties: { Policies: [{ PolicyName: p, PolicyDocument: { Statement: [${statements}] } }] } }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { TaskRoleArn: !GetAtt Role.Arn, ContainerDefinitions: [] } }
  Web: { Type: AWS::ECS::Service, Properties: { Cluster: !Ref Cluster, TaskDefinition: !Ref Task } }
`;
  const [first = []] = ask(text, template => {
    const service = launcher(template, 'Web');
    const role = service.taskRolePermissions();
    const written = sessionLog(service);
    if (role.is !== 'known' || written.is !== 'known') throw new Error(`${role.is} ${written.is}`);
    const { value } = role;
    return written.value.destinations
      .flatMap(each => mismatches(value, each))
      .map(
        each => `${each.resource}: ${each.actions.join(', ')}${each.lacksStreams ? ' without streams' : ''}`,
      );
  });
  return first;
}

const WRITE = '[logs:CreateLogStream, logs:DescribeLogStreams, logs:PutLogEvents]';
const ALL = 'logs:CreateLogStream, logs:DescribeLogStreams, logs:PutLogEvents';
const on = (resource: string, actions = WRITE, effect = 'Allow'): string =>
  `{ Effect: ${effect}, Action: ${actions}, Resource: ${resource} }`;
const ARN = 'arn:aws:logs:*:*:log-group:/exec';

test('what covers the log is no mismatch, nor is what allows nothing of it', () => {
  for (const statement of [on('!GetAtt Group.Arn'), on('"*"'), on('!ImportValue Arn'), on(`"${ARN}:*"`)])
    expect(found(statement)).toEqual([]);
  expect(found(on('"arn:aws:sqs:::x"', 'sqs:*'))).toEqual([]);
  expect(found('')).toEqual([]);
});

test('the ARN of the log group needs `:*` at its end', () => {
  expect(found(on(`"${ARN}"`))).toEqual([`${ARN}: ${ALL} without streams`]);
  expect(found(on(`["${ARN}", "arn:aws:logs:*:*:log-group:/other:*"]`))).toEqual([
    `${ARN}: ${ALL} without streams`,
  ]);
});

test('a part of the log group is not all of it', () => {
  const streams = `${ARN}:log-stream:app-*`;
  expect(found(on(`"${streams}"`))).toEqual([`${streams}: ${ALL}`]);
});

test('another log group may be needed for something else', () => {
  const other = 'arn:aws:logs:*:*:log-group:/other:*';
  expect(found(on(`"${other}"`))).toEqual([]);
  expect(found(on(`["${other}", "${ARN}:log-stream:app-*"]`))).toEqual([`${ARN}:log-stream:app-*: ${ALL}`]);
});

test('a Deny, or what is excepted, is meant for something else', () => {
  const other = on('"arn:aws:logs:*:*:log-group:/other:*"');
  expect(found(`${other}, ${on(`"${ARN}"`, WRITE, 'Deny')}`)).toEqual([]);
  expect(found(`${other}, { Effect: Deny, Action: ${WRITE}, NotResource: "${ARN}x" }`)).toEqual([]);
  expect(found(`${other}, { Effect: Allow, NotAction: "s3:*", Resource: "${ARN}" }`)).toEqual([]);
});

test('a bucket needs its objects, in the folder that is written to', () => {
  const log = 'S3BucketName: !Ref Bucket, S3KeyPrefix: sessions';
  const write = (resource: string): string =>
    `${on('"*"', '[s3:GetBucketLocation, s3:GetEncryptionConfiguration]')}, ${on(resource, 's3:PutObject')}`;
  expect(found(write('!Sub "${Bucket.Arn}/*"'), log)).toEqual([]);
  expect(found(write('!GetAtt Bucket.Arn'), log)).toEqual(['${Bucket.Arn}: s3:PutObject']);
  expect(found(write('"arn:aws:s3:::exec-logs/other/*"'), log)).toEqual([
    'arn:aws:s3:::exec-logs/other/*: s3:PutObject',
  ]);
});
