import { type Fix, type Rule, type Sentence, say, set } from '../../src/rule/index.ts';
import {
  Bucket,
  type Cluster,
  clusterLogs,
  type Destination,
  describe,
  encryptLogGroup,
  LogGroup,
} from '../../src/rule/logging.ts';

export const logEncryptionRefusesSession: Rule = {
  id: 'log-encryption-refuses-session',
  summary: 'A cluster requires encrypted session logs, but its log group or bucket is not encrypted.',
  why: 'The agent checks before it opens a session, and refuses it: "encryption is not set up on the selected CloudWatch Logs log group".',
  severity: 'error',
  properties: ['LogConfiguration.CloudWatchEncryptionEnabled', 'LogConfiguration.S3EncryptionEnabled'],
  errorMessages: ['log-group-not-encrypted', 'log-bucket-not-encrypted'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: a log group gets the key that sessions are encrypted with, if the template has it, or a new key, which costs money. A bucket gets `aws:kms` instead of `aws:kms:dsse`.',
  notes:
    'CloudWatch encrypts every log group, but the agent requires a KMS key. A bucket without `BucketEncryption` is encrypted by S3, which the agent accepts.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ecs-cluster-executecommandlogconfiguration.html',
    'https://github.com/aws/amazon-ssm-agent/blob/mainline/agent/session/shell/shell.go',
  ],

  *checkCluster(cluster, _, launchers) {
    const logs = clusterLogs(cluster);
    if (logs.is === 'unknown' && cluster.mayDemandEncryption()) {
      const undecided = say`Whether the log destination of \`${cluster.id}\` is encrypted is not known: ${logs.why}.`;
      yield { at: logs.at, undecided, for: launchers };
    }
    if (logs.is !== 'known') return;
    for (const destination of logs.value) {
      const { is, at, why, unsure = logs.unsure } = cluster.demandsEncryption(destination.kind);
      const defect = is === 'no' ? undefined : defectOf(destination, cluster);
      if (!defect) continue;
      const doubt = why ?? defect.doubt;
      if (doubt) {
        const undecided = say`Whether ${describe(destination)} is encrypted as \`${cluster.id}\` requires is not known: ${doubt}.`;
        yield { at, undecided, for: launchers };
      } else {
        const related = [{ at: destination.at, message: say`sessions are recorded here` }];
        const { message, fix } = defect;
        yield { at, message, for: launchers, related, unsure, fix: unsure === undefined ? fix : undefined };
      }
    }
  },
};

interface Defect {
  readonly message: Sentence;
  /** Why it is not known whether there is one. */
  readonly doubt?: Sentence;
  readonly fix?: Fix;
}

/** What is wrong with a destination that has to be encrypted. */
function defectOf(destination: Destination, cluster: Cluster): Defect | undefined {
  const demand = say`Cluster \`${cluster.id}\` requires that ${describe(destination)} be encrypted`;
  return destination.kind === 'log group'
    ? groupDefect(destination, cluster, demand)
    : bucketDefect(destination, demand);
}

function groupDefect({ resource }: Destination, cluster: Cluster, demand: Sentence): Defect | undefined {
  const message = say`${demand}, but it has no \`KmsKeyId\`: every session is refused.`;
  if (!resource) return { message, doubt: say`it is not in this template` };
  const key = new LogGroup(resource).key();
  if (key.is === 'unknown') return { message, doubt: say`in its \`KmsKeyId\`, ${key.why}` };
  if (key.is === 'known') return undefined;
  const title = say`Encrypt the log group \`${resource.id}\` with a KMS key`;
  return { message, fix: { title, safety: 'unsafe', edits: encryptLogGroup(resource, cluster) } };
}

function bucketDefect({ resource }: Destination, demand: Sentence): Defect | undefined {
  const encryption = resource && new Bucket(resource).encryption();
  if (encryption?.is !== 'known' || encryption.value !== 'aws:kms:dsse') return undefined;
  const message = say`${demand}, but the agent does not support its \`aws:kms:dsse\`: every session is refused.`;
  const title = say`Encrypt the bucket \`${resource?.id ?? ''}\` with aws:kms`;
  const edits = [set(encryption.at, 'aws:kms')];
  return { message, fix: { title, safety: 'unsafe', edits } };
}
