import { type Rule, say } from '../../src/rule/index.ts';
import { Bucket, blockPublicAccess, clusterLogs } from '../../src/rule/logging.ts';

export const logBucketOpen: Rule = {
  id: 'log-bucket-open',
  summary: 'The bucket for sessions does not block public access.',
  why: 'One bucket policy or ACL that is too broad, and anyone can read what was typed and shown in sessions.',
  severity: 'warning',
  properties: ['AWS::S3::Bucket.PublicAccessBlockConfiguration'],
  fix: 'safe',
  fixSafety: 'Unsafe if the bucket has a public `AccessControl` or is a website: the deployment would fail.',
  notes:
    'S3 has blocked public access to new buckets since April 2023, so only an explicit `false` is reported.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://aws.amazon.com/blogs/aws/heads-up-amazon-s3-security-changes-are-coming-in-april-of-2023/',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-s3-bucket-publicaccessblockconfiguration.html',
  ],

  *checkCluster(cluster, _, launchers) {
    const logs = clusterLogs(cluster);
    if (logs.is !== 'known') return;
    for (const { kind, resource, at } of logs.value) {
      if (kind !== 'bucket' || !resource) continue;
      const bucket = new Bucket(resource);
      const { is, unsure = logs.unsure } = bucket.blocksPublicAccess();
      if (is !== 'no') continue;
      yield {
        at: resource.at,
        message: say`Bucket \`${resource.id}\` does not block all public access: session logs may become publicly readable.`,
        for: launchers,
        related: [{ at, message: say`sessions are recorded in it` }],
        unsure,
        fix:
          unsure === undefined
            ? {
                title: say`Block public access to \`${resource.id}\``,
                safety: bucket.isPublic() ? 'unsafe' : 'safe',
                edits: blockPublicAccess(bucket),
              }
            : undefined,
      };
    }
  },
};
