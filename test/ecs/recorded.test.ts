import { expect, test } from 'vitest';
import { sessionsAreRecorded } from '../../src/ecs/logging/recorded.ts';
import { askOnce, launcher } from './query.ts';

interface Parts {
  readonly logging?: string;
  readonly actions?: string;
  readonly role?: string;
  readonly cluster?: string;
}

const TO_GROUP = 'Logging: OVERRIDE, LogConfiguration: { CloudWatchLogGroupName: !Ref Group }';
const TO_BUCKET = 'Logging: OVERRIDE, LogConfiguration: { S3BucketName: !Ref Bucket }';
const WRITING = '["logs:*", "s3:*"]';

/** Whether the sessions of a service are recorded, and why not. */
function answer({
  logging = TO_GROUP,
  actions = WRITING,
  role = '!GetAtt Role.Arn',
  cluster,
}: Parts): string {
  const text = `
Parameters: { Likely: { Type: String, Default: OVERRIDE }, Open: { Type: String } }
Resources:
  Service: { Type: AWS::ECS::Service, Properties: { Cluster: ${cluster ?? '!Ref Cluster'}, TaskDefinition: !Ref Task } }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: { ${role === '' ? '' : `TaskRoleArn: ${role},`} ContainerDefinitions: [{ Name: app, Image: nginx }] }
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: { Configuration: { ExecuteCommandConfiguration: { ${logging} } } }
  Group: { Type: AWS::Logs::LogGroup }
  Bucket: { Type: AWS::S3::Bucket }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }
      Policies:
        - PolicyName: log
          PolicyDocument: { Statement: [{ Effect: Allow, Action: ${actions}, Resource: "*" }] }
`;
  return askOnce(text, template => {
    const said = sessionsAreRecorded(launcher(template, 'Service'));
    return 'why' in said ? `${said.is}: ${said.why}` : said.is;
  });
}

test.each([TO_GROUP, TO_BUCKET, `${TO_GROUP.slice(0, -1)}, S3BucketName: !Ref Bucket }`])(
  'sessions are recorded with %s and the permissions for it',
  logging => {
    expect(answer({ logging })).toBe('yes');
  },
);

test('sessions are not recorded without a place for it', () => {
  expect(answer({ logging: 'Logging: NONE' })).toBe('no: nothing is configured to record them');
  expect(answer({ logging: 'Logging: DEFAULT' })).toBe('no: nothing is configured to record them');
});

test('sessions are not recorded without the permissions to write', () => {
  expect(answer({ actions: '"s3:*"' })).toMatch(/^no: task role `Role` lacks .*logs:PutLogEvents/);
  expect(answer({ logging: TO_BUCKET, actions: '"logs:*"' })).toMatch(/^no: .*s3:PutObject/);
});

test('sessions may be recorded all the same without the permission to look for the log group', () => {
  const actions = '[logs:CreateLogStream, logs:DescribeLogStreams, logs:PutLogEvents]';
  expect(answer({ actions })).toMatch(/^unknown: task role `Role` lacks logs:DescribeLogGroups/);
});

test('it is not known where something that it depends on is not', () => {
  expect(answer({ logging: TO_GROUP.replace('OVERRIDE', '!Ref Likely') })).toMatch(/^unknown: /);
  expect(answer({ logging: TO_GROUP.replace('OVERRIDE', '!Ref Open') })).toMatch(/^unknown: .*`Open`/);
  expect(answer({ cluster: 'elsewhere' })).toMatch(/^unknown: /);
  expect(answer({ role: '!Ref Open' })).toMatch(/^unknown: .*`Open`/);
  expect(answer({ role: '' })).toBe('unknown: its task role is not known');
  expect(answer({ actions: '!ImportValue Actions' })).toMatch(/^unknown: .*only known once deployed/);
});
