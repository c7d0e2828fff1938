import { say } from '../i18n/sentence.ts';
import { ALONE, BY_AGENT, BY_OTHERS, REFUSED } from './contexts.ts';
import type { ErrorMessage } from './error-message.ts';
import {
  CALLER_DIFFERS,
  CALLER_WITHOUT_KEY,
  CLUSTER_CONFIGURED_ELSEWHERE,
  KEY_DISABLED,
  LOG_GROUP_ELSEWHERE,
  ROLE_CHANGED_LATER,
  SERVICE_CONTROL_POLICY,
} from './outside-causes.ts';

/**
 * What is said about the encryption of sessions and of their logs.
 *
 * Sources: `config.go`, `shell.go` and `datachannel.go` of aws/amazon-ssm-agent;
 * aws-containers/amazon-ecs-exec-checker#65 and #79 and aws/amazon-ssm-agent#198 (encryption); #275 and
 * ministryofjustice/modernisation-platform#1296 (data keys).
 */
export const ENCRYPTION_MESSAGES: readonly ErrorMessage[] = [
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
      [REFUSED, 'kms:Decrypt', ALONE],
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
];
