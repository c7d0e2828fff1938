import { and, type Sentence, say } from '../../i18n/sentence.ts';

export const CREATE_CONTROL_CHANNEL = 'ssmmessages:CreateControlChannel';

/**
 * What the agent in the container calls to open a session; the task role has to allow all four, on `*`.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 */
export const SESSION_ACTIONS: readonly string[] = [
  CREATE_CONTROL_CHANNEL,
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
];

/** What it calls to find the log group of a session, and the stream in it; the first is documented on `*`. */
export const FIND_LOG_GROUP = 'logs:DescribeLogGroups';
export const FIND_LOG_STREAM = 'logs:DescribeLogStreams';

/** What it calls to write a session to its log group. */
export const WRITE_LOG_STREAM: readonly string[] = [
  'logs:CreateLogStream',
  FIND_LOG_STREAM,
  'logs:PutLogEvents',
];

/** What it calls to find the bucket of a session, to see how it is encrypted, and to write to it. */
export const FIND_BUCKET = 's3:GetBucketLocation';
export const READ_BUCKET_ENCRYPTION = 's3:GetEncryptionConfiguration';
export const WRITE_OBJECT = 's3:PutObject';

/** What it calls to open a session that is encrypted with a key, and to write to a bucket that is. */
export const DECRYPT = 'kms:Decrypt';
export const GENERATE_DATA_KEY = 'kms:GenerateDataKey';

/** What a person needs to open a session, and what opens one past ECS and its records. */
export const EXECUTE_COMMAND = 'ecs:ExecuteCommand';
export const START_SESSION = 'ssm:StartSession';

/** For messages: the four session actions by what they are, fewer by their names. */
export function inWords(actions: readonly string[]): Sentence {
  if (SESSION_ACTIONS.every(each => actions.includes(each))) return say`the four \`ssmmessages\` actions`;
  return and(actions.map(each => `\`${each}\``));
}
