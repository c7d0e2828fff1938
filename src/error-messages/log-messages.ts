import { say } from '../i18n/sentence.ts';
import { ALONE, BY_AGENT, BY_OTHERS, REFUSED } from './contexts.ts';
import type { ErrorMessage, Phrase } from './error-message.ts';
import {
  BUCKET_ELSEWHERE,
  BUCKET_POLICY,
  CLUSTER_CONFIGURED_ELSEWHERE,
  LOG_GROUP_ELSEWHERE,
  ROLE_CHANGED_LATER,
  SCRIPT_MISSING,
  SERVICE_CONTROL_POLICY,
  SESSION_STILL_OPEN,
} from './outside-causes.ts';

const LOG_ACTION: Phrase = /logs:(?:describelog(?:group|stream)s|createlogstream|putlogevents)/;

const SESSIONS: Phrase = /session|ecs-?exec|execute-?command|セッション/;

/**
 * What is said about the logs of sessions.
 *
 * Sources: `shell.go`, `cloudwatchlogsservice.go` and `s3util.go` of aws/amazon-ssm-agent, and its issues #229 and #311
 * (uploads) and #653 (`script`).
 */
export const LOG_MESSAGES: readonly ErrorMessage[] = [
  {
    id: 'log-group-refused',
    name: 'is not authorized to perform: logs:…',
    meaning: say`The agent is not allowed to write the session to the log group. The task role lacks \`logs:DescribeLogGroups\`, \`logs:DescribeLogStreams\`, \`logs:CreateLogStream\` or \`logs:PutLogEvents\`, or has them on another log group.`,
    texts: [
      [REFUSED, LOG_ACTION, BY_AGENT],
      [REFUSED, LOG_ACTION, ALONE],
      [REFUSED, 'logs:DescribeLogGroups'],
      [
        REFUSED,
        /error(?:in)?(?:calling)?:?(?:describeloggroups|describelogstreams|createlogstream|putlogevents):/,
      ],
    ],
    unless: BY_OTHERS,
    outside: [ROLE_CHANGED_LATER, SERVICE_CONTROL_POLICY],
  },
  {
    id: 'log-bucket-refused',
    name: 'Failed uploading … to s3://…: AccessDenied',
    meaning: say`The agent is not allowed to write the session to the bucket. The task role lacks \`s3:PutObject\` on the prefix or may not use the key of the bucket, or the bucket policy denies the upload.`,
    texts: [
      ['Failed uploading', 's3://', REFUSED],
      ['Failed to upload shell session logs to S3'],
      [REFUSED, /s3:(?:putobject|getencryptionconfiguration|getbucketlocation)/, BY_AGENT],
      [REFUSED, 's3:GetEncryptionConfiguration'],
    ],
    unless: BY_OTHERS,
    outside: [BUCKET_POLICY, ROLE_CHANGED_LATER, SERVICE_CONTROL_POLICY],
  },
  {
    id: 'log-group-not-found',
    name: 'The specified log group does not exist',
    meaning: say`The log group that the cluster names for sessions does not exist, and ECS Exec does not create it. The session works, and nothing is logged.`,
    texts: [
      ['The specified log group does not exist', BY_AGENT],
      [/^(?:resourcenotfoundexception:)?thespecifiedloggroupdoesnotexist\.?$/],
      ['CloudWatch log group specified in session preferences either does not exist'],
      [/ロググループ.{0,20}(?:存在しません|見つかりません)/, SESSIONS],
    ],
    unless: BY_OTHERS,
    outside: [LOG_GROUP_ELSEWHERE, CLUSTER_CONFIGURED_ELSEWHERE],
  },
  {
    id: 'log-bucket-not-found',
    name: 'The specified bucket does not exist',
    meaning: say`The bucket that the cluster names for sessions does not exist, and ECS Exec does not create it. The session works, and nothing is logged there.`,
    texts: [
      [/nosuchbucket|thespecifiedbucketdoesnotexist/, BY_AGENT],
      [/^(?:nosuchbucket:)?thespecifiedbucketdoesnotexist\.?$/],
      [/nosuchbucket|thespecifiedbucketdoesnotexist/, 'Failed uploading'],
      [/バケット.{0,20}(?:存在しません|見つかりません)/, SESSIONS],
    ],
    unless: BY_OTHERS,
    outside: [BUCKET_ELSEWHERE, CLUSTER_CONFIGURED_ELSEWHERE],
  },
  {
    id: 'transcript-failed',
    name: 'unable to generate log data: exec: "script": executable file not found',
    meaning: say`The agent logs a session with the programs \`script\` and \`cat\`, and the image lacks one of them. The session works, and nothing is logged.`,
    texts: [
      ['unable to generate log data'],
      ['Failed to generate transcript'],
      ['exec: "script": executable file not found'],
    ],
    outside: [SCRIPT_MISSING],
  },
  {
    id: 'session-not-logged',
    name: say`the session works, but nothing is logged`,
    meaning: say`The session was opened, but its log is not where it should be. The cluster has no session logging, the task role is not allowed to write there, or the image lacks \`script\`.`,
    texts: [
      [
        SESSIONS,
        /(?:nothing|no(?:session)?|never|not|isnt|arent)(?:is|are|was|were|being|been|get|gets)*(?:logged|recorded|stored|written|saved|delivered|uploaded)/,
      ],
      [SESSIONS, /(?:sessions?|logs?|records?)(?:is|are|was|were)*(?:missing|empty|notshowing|notappearing)/],
      [SESSIONS, /(?:sessions?|logs?|records?)(?:do|does|did)(?:not|nt)(?:appear|show|arrive)/],
      [SESSIONS, /nologs?(?:in|to|on|at)(?:the)?(?:cloudwatch|s3|bucket|loggroup)/],
      [
        SESSIONS,
        /(?:ログ|記録)[がはも].{0,12}(?:出ない|出ません|出力されな|出力されません|残らない|残りません|残っていない|記録されな|記録されません|ない$)/,
      ],
      [SESSIONS, /記録され(?:ない|ません|ていない|ていません)/],
    ],
    unless: ['lambda', 'TargetNotConnected', /execute command was not enabled/],
    outside: [SESSION_STILL_OPEN, SCRIPT_MISSING, LOG_GROUP_ELSEWHERE, CLUSTER_CONFIGURED_ELSEWHERE],
  },
];
