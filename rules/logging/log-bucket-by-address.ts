import { type Fix, type Rule, type Sentence, say } from '../../src/rule/index.ts';
import { type Cluster, clusterLogs, type Destination, nameBucket } from '../../src/rule/logging.ts';

export const logBucketByAddress: Rule = {
  id: 'log-bucket-by-address',
  summary: 'A cluster names the bucket of its sessions by a path, an address or the prefix of its name.',
  why: 'No bucket has such a name, so nothing is recorded in it, and no permission on it helps; where encryption is demanded, sessions are refused.',
  severity: 'error',
  blocks: 'session log',
  properties: ['LogConfiguration.S3BucketName', 'LogConfiguration.S3KeyPrefix'],
  errorMessages: [
    'log-bucket-not-found',
    'log-bucket-not-encrypted',
    'encryption-not-verified',
    'session-not-logged',
  ],
  fix: 'safe',
  fixSafety:
    'Safe: the name stays in `S3BucketName`, and the path behind it becomes `S3KeyPrefix`. There is no fix where another `S3KeyPrefix` is there, where the path holds under a condition only, and where the address is not one of Amazon S3.',
  notes:
    'The ARN of a bucket is a finding of `log-target-by-name`. A bucket with `BucketNamePrefix` in the namespace of its account and region is called `PREFIX-ACCOUNT-REGION-an`.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ecs-cluster-executecommandlogconfiguration.html',
  ],

  *checkCluster(cluster, _, launchers) {
    const logs = clusterLogs(cluster);
    if (logs.is !== 'known') return;
    const { unsure } = logs;
    for (const destination of logs.value) {
      const { at, writtenAs, mustBeEncrypted } = destination;
      if (writtenAs !== 'address' && writtenAs !== 'prefix') continue;
      yield {
        at,
        message: defect(cluster, destination),
        for: launchers,
        severity: mustBeEncrypted ? 'error' : 'warning',
        ...(mustBeEncrypted && { blocks: 'session' }),
        ...(writtenAs === 'prefix' && { severity: 'warning', mayBlock: true }),
        unsure,
        fix: unsure === undefined ? split(cluster, destination) : undefined,
      };
    }
  },
};

function defect({ id }: Cluster, { path, mustBeEncrypted, writtenAs, resource }: Destination): Sentence {
  const result = mustBeEncrypted ? say`sessions are refused` : say`sessions are not recorded there`;
  if (writtenAs === 'prefix')
    return say`\`S3BucketName\` of cluster \`${id}\` is what the name of \`${resource?.id ?? ''}\` begins with, and not its name: ${result}.`;
  return path === ''
    ? say`\`S3BucketName\` of cluster \`${id}\` is an address, which is not the name of a bucket: ${result}.`
    : say`\`S3BucketName\` of cluster \`${id}\` holds a path, which the name of a bucket never does: ${result}.`;
}

function split(cluster: Cluster, destination: Destination): Fix | undefined {
  const edits = nameBucket(cluster, destination);
  if (!edits) return undefined;
  const title =
    edits.length > 1 ? say`Split it into \`S3BucketName\` and \`S3KeyPrefix\`` : say`Write the name alone`;
  return { title, safety: 'safe', edits };
}
