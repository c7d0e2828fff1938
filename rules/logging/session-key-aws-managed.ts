import { type Rule, say } from '../../src/rule/index.ts';
import { isAwsManaged } from '../../src/rule/logging.ts';

export const sessionKeyAwsManaged: Rule = {
  id: 'session-key-aws-managed',
  summary: 'A cluster encrypts its sessions with an AWS managed key, which only an AWS service can use.',
  why: 'The policy of an AWS managed key, such as `alias/aws/ebs`, only allows requests through its own service. Neither the caller nor the task gets the data key of the session, so no session opens, and no permission changes that.',
  severity: 'error',
  properties: ['ExecuteCommandConfiguration.KmsKeyId'],
  errorMessages: ['data-key-not-generated', 'data-key-not-decrypted', 'handshake-timed-out'],
  fix: 'none',
  notes:
    'Use a customer managed key, or omit `KmsKeyId`: sessions are always encrypted with TLS. Your own aliases, parameters and imports may refer to any key, and are not checked.',
  sources: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging',
  ],

  *checkCluster(cluster, _, launchers) {
    const key = cluster.sessionKey();
    if (key.is !== 'known' || !isAwsManaged(key.value)) return;
    yield {
      at: key.at,
      message: say`Cluster \`${cluster.id}\` encrypts sessions with the AWS managed key \`${key.value.name}\`, which only the AWS service that owns it can use: every session is refused.`,
      for: launchers,
      unsure: key.unsure,
    };
  },
};
