import { type Rule, say } from '../../src/rule/index.ts';
import { isAwsManaged } from '../../src/rule/logging.ts';

export const sessionKeyAwsManaged: Rule = {
  id: 'session-key-aws-managed',
  summary: 'A cluster encrypts its sessions with an AWS managed key, which only an AWS service can use.',
  why: 'The policy of an AWS managed key, such as `alias/aws/ebs`, admits requests through its own service alone. Neither the caller nor the task gets the data key of the session, so no session is opened, and no permission changes that.',
  severity: 'error',
  properties: ['ExecuteCommandConfiguration.KmsKeyId'],
  errorMessages: ['data-key-not-generated', 'data-key-not-decrypted', 'handshake-timed-out'],
  fix: 'none',
  notes:
    'Use a customer managed key, or leave `KmsKeyId` out: sessions are encrypted with TLS in any case. An alias of your own, a parameter or an import may name any key, and is not judged.',
  sources: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging',
  ],

  *checkCluster(cluster, _, launchers) {
    const key = cluster.sessionKey();
    if (key.is !== 'known' || !isAwsManaged(key.value)) return;
    yield {
      at: key.at,
      message: say`Cluster \`${cluster.id}\` encrypts sessions with the AWS managed key \`${key.value.name}\`, which only its own service can use: every session is refused.`,
      for: launchers,
      unsure: key.unsure,
    };
  },
};
