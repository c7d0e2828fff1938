import { type Fix, type Rule, type Sentence, say } from '../../src/rule/index.ts';
import { type Cluster, clusterLogs, type Destination, nameBucket } from '../../src/rule/logging.ts';

export const logBucketByAddress: Rule = {
  id: 'log-bucket-by-address',
  summary: 'A cluster names the bucket of its sessions by a path, an address or the prefix of its name.',
  why: 'No bucket has such a name, so nothing is recorded; if encryption is required, sessions are refused.',
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
    'Safe: the name stays in `S3BucketName`, and the path after it becomes `S3KeyPrefix`. There is no fix if there is another `S3KeyPrefix`, if the path depends on a condition, or if the address is not one of Amazon S3.',
  notes:
    '`log-target-by-name` reports the ARN of a bucket. A bucket with `BucketNamePrefix` in the namespace of its account and region is called `PREFIX-ACCOUNT-REGION-an`.',
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
      const { at, writtenAs } = destination;
      const mustBeEncrypted = destination.mustBeEncrypted === 'yes';
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
  const result = mustBeEncrypted === 'yes' ? say`sessions are refused` : say`sessions are not recorded there`;
  if (writtenAs === 'prefix')
    return say`\`S3BucketName\` of cluster \`${id}\` is what the name of \`${resource?.id ?? ''}\` begins with, and not its name: ${result}.`;
  return path === ''
    ? say`\`S3BucketName\` of cluster \`${id}\` is an address, which is not the name of a bucket: ${result}.`
    : say`\`S3BucketName\` of cluster \`${id}\` contains a path, which a bucket name cannot: ${result}.`;
}

function split(cluster: Cluster, destination: Destination): Fix | undefined {
  const edits = nameBucket(cluster, destination);
  if (!edits) return undefined;
  const title =
    edits.length > 1 ? say`Split it into \`S3BucketName\` and \`S3KeyPrefix\`` : say`Use only the name`;
  return { title, safety: 'safe', edits };
}
