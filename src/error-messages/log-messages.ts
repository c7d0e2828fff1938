import { say } from '../i18n/sentence.ts';
import { REFUSED } from './agent-messages.ts';
import type { ErrorMessage, Phrase } from './error-message.ts';
import {
  BUCKET_ELSEWHERE,
  BUCKET_POLICY,
  CALLER_DIFFERS,
  CALLER_WITHOUT_KEY,
  CLUSTER_CONFIGURED_ELSEWHERE,
  KEY_DISABLED,
  LOG_GROUP_ELSEWHERE,
  ROLE_CHANGED_LATER,
  SCRIPT_MISSING,
  SERVICE_CONTROL_POLICY,
  SESSION_STILL_OPEN,
} from './outside-causes.ts';

/** That the agent of ECS Exec says it: what its log lines, its sessions and the credentials of tasks look like. */
const BY_AGENT: Phrase =
  /ssm-session-worker|ssm-agent-worker|amazon-ssm-agent|messagegatewayservice|interactivecommands|databackend|sessionid:|ecs-?exec|execute-?command|session-?manager|task-?role|assumed-role\/[^/]+\/[0-9a-f]{32}(?![0-9a-f])/;

/** What starts and logs the containers themselves, which is not the agent. */
const BY_OTHERS: readonly Phrase[] = [
  'ResourceInitializationError',
  'failed to initialize logging driver',
  'CannotPull',
  'lambda',
  /assumed-role\/[^/]+\/m?i-[0-9a-f]{8}/,
];

const SESSIONS: Phrase = /session|ecs-?exec|execute-?command|セッション/;

/**
 * What is said about the encryption and the logs of sessions.
 *
 * Sources: `config.go`, `shell.go`, `datachannel.go`, `cloudwatchlogsservice.go` and `s3util.go` of aws/amazon-ssm-agent;
 * aws-containers/amazon-ecs-exec-checker#65 and #79 and aws/amazon-ssm-agent#198 (encryption); #275 and
 * ministryofjustice/modernisation-platform#1296 (data keys); #229 and #311 (uploads); #653 (`script`).
 */
export const LOG_MESSAGES: readonly ErrorMessage[] = [
  {
    id: 'log-group-not-encrypted',
    name: 'encryption is not set up on the selected CloudWatch Logs log group',
    meaning: say`The cluster requires encrypted logs, so the agent refuses the session unless it sees a KMS key on the log group. The log group has none, or the task role is not allowed to see it (\`logs:DescribeLogGroups\`).`,
    texts: [
      ['encryption is not set up on the selected CloudWatch Logs log group'],
      ['暗号化が設定されていな', /ロググループ|cloudwatch/],
    ],
    outside: [LOG_GROUP_ELSEWHERE, CLUSTER_CONFIGURED_ELSEWHERE, ROLE_CHANGED_LATER],
  },
  {
    id: 'log-bucket-not-encrypted',
    name: 'encryption is not set up on the selected Amazon S3 bucket',
    meaning: say`The cluster requires encrypted logs, so the agent refuses the session unless it sees the encryption of the bucket. The bucket has none, or the task role is not allowed to see it (\`s3:GetEncryptionConfiguration\`).`,
    texts: [
      ['encryption is not set up on the selected Amazon S3 bucket'],
      ['暗号化が設定されていな', /バケット|s3/],
    ],
    outside: [
      {
        says: say`The deployed bucket may have no default encryption.`,
        command: 'aws s3api get-bucket-encryption --bucket BUCKET',
      },
      CLUSTER_CONFIGURED_ELSEWHERE,
      ROLE_CHANGED_LATER,
    ],
  },
  {
    id: 'encryption-not-verified',
    name: 'we are unable to validate encryption',
    meaning: say`The cluster requires encrypted logs, and the agent could not ask whether the log group or bucket is encrypted. The task role lacks \`logs:DescribeLogGroups\` or \`s3:GetEncryptionConfiguration\`, or the service cannot be reached from the task.`,
    texts: [['unable to validate encryption on'], [/暗号化を(?:検証|確認)でき/]],
    outside: [ROLE_CHANGED_LATER, CLUSTER_CONFIGURED_ELSEWHERE, SERVICE_CONTROL_POLICY],
  },
  {
    id: 'data-key-not-decrypted',
    name: 'Fetching data key failed',
    meaning: say`The cluster encrypts its sessions with a KMS key, and the agent in the container could not decrypt the data key. The task role lacks \`kms:Decrypt\` on that key, or the key policy does not allow it.`,
    texts: [
      ['Fetching data key failed'],
      ['Unable to retrieve data key'],
      ['Error when decrypting data key'],
      [REFUSED, 'kms:Decrypt', BY_AGENT],
      [/データキー.{0,12}(?:取得に失敗|取得できま|復号)/],
    ],
    unless: [...BY_OTHERS, 'secretsmanager', 'ssm:GetParameter'],
    outside: [KEY_DISABLED, CLUSTER_CONFIGURED_ELSEWHERE, SERVICE_CONTROL_POLICY],
  },
  {
    id: 'data-key-not-generated',
    name: 'KMSEncryption failed on client: kms:GenerateDataKey',
    meaning: say`The cluster encrypts its sessions with a KMS key, and whoever runs the command is not allowed to create a data key. They need \`kms:GenerateDataKey\` on that key; the task role does not matter here.`,
    texts: [
      ['KMSEncryption failed on client'],
      ['Error calling KMS GenerateDataKey API'],
      [REFUSED, 'kms:GenerateDataKey'],
    ],
    unless: [/whencallingthe(?!executecommand)[a-z]+operation/, 'Failed uploading', 'lambda'],
    outside: [CALLER_WITHOUT_KEY, CALLER_DIFFERS, KEY_DISABLED],
  },
  {
    id: 'log-group-refused',
    name: 'is not authorized to perform: logs:…',
    meaning: say`The agent is not allowed to write the session to the log group. The task role lacks \`logs:DescribeLogGroups\`, \`logs:DescribeLogStreams\`, \`logs:CreateLogStream\` or \`logs:PutLogEvents\`, or has them on another log group.`,
    texts: [
      [REFUSED, /logs:(?:describelog|createlog|putlogevents)/, BY_AGENT],
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
        /(?:nothing|no(?:session)?|never|not|isnt|arent)(?:is|are|was|were|being|been|get|gets)*(?:logged|recorded|stored)/,
      ],
      [
        SESSIONS,
        /(?:sessions?|logs?|records?)(?:is|are|was|were)*(?:missing|empty|notshowing|notappearing|notdelivered|arentbeingdelivered|notbeingdelivered)/,
      ],
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
