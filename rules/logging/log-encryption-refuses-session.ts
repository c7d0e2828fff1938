import {
  Bucket,
  type Cluster,
  clusterLogs,
  type Destination,
  describe,
  encryptLogGroup,
  type Fix,
  LogGroup,
  type Rule,
  type Sentence,
  say,
  set,
} from '../../src/rule.ts';

export const logEncryptionRefusesSession: Rule = {
  id: 'log-encryption-refuses-session',
  summary: 'A cluster demands that records of sessions be encrypted, and its log group or bucket is not.',
  why: 'The agent looks before it opens a session, and refuses it: "encryption is not set up on the selected CloudWatch Logs log group". Nobody gets into a container.',
  severity: 'error',
  properties: ['LogConfiguration.CloudWatchEncryptionEnabled', 'LogConfiguration.S3EncryptionEnabled'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: a log group gets the key that sessions are encrypted with, where the template has it, or a new key, which costs money. A bucket gets `aws:kms` in place of `aws:kms:dsse`.',
  notes:
    'CloudWatch encrypts every log group, but to the agent only a KMS key counts. A bucket without `BucketEncryption` is encrypted by S3, which counts.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ecs-cluster-executecommandlogconfiguration.html',
    'https://github.com/aws/amazon-ssm-agent/blob/mainline/agent/session/shell/shell.go',
  ],

  *checkCluster(cluster, _, launchers) {
    const logs = clusterLogs(cluster);
    if (logs.is !== 'known') return;
    for (const destination of logs.value) {
      const { is, at, unsure = logs.unsure } = cluster.demandsEncryption(destination.kind);
      if (is !== 'yes') continue;
      if (destination.kind === 'log group' && !destination.resource) {
        const undecided = say`Whether ${describe(destination)} is encrypted with a KMS key is not known: it is not in this template.`;
        yield { at, undecided, for: launchers };
        continue;
      }
      const defect = defectOf(destination, cluster);
      if (!defect) continue;
      yield {
        at,
        message: defect.message,
        for: launchers,
        related: [{ at: destination.at, message: say`sessions are to be recorded here` }],
        unsure,
        fix: unsure === undefined ? defect.fix : undefined,
      };
    }
  },
};

interface Defect {
  readonly message: Sentence;
  readonly fix: Fix;
}

function defectOf(destination: Destination, cluster: Cluster): Defect | undefined {
  const { kind, resource } = destination;
  if (!resource) return undefined;
  const demand = say`Cluster \`${cluster.id}\` demands that ${describe(destination)} be encrypted`;
  if (kind === 'log group') {
    if (new LogGroup(resource).key().is !== 'absent') return undefined;
    const title = say`Encrypt the log group \`${resource.id}\` with a KMS key`;
    const edits = encryptLogGroup(resource, cluster);
    return {
      message: say`${demand}, which has no \`KmsKeyId\`: every session is refused.`,
      fix: { title, safety: 'unsafe', edits },
    };
  }
  const encryption = new Bucket(resource).encryption();
  if (encryption.is !== 'known' || encryption.value !== 'aws:kms:dsse') return undefined;
  const title = say`Encrypt the bucket \`${resource.id}\` with aws:kms`;
  const edits = [set(encryption.at, 'aws:kms')];
  return {
    message: say`${demand}, which has \`aws:kms:dsse\`, which the agent does not know: every session is refused.`,
    fix: { title, safety: 'unsafe', edits },
  };
}
