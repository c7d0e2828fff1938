import { type Fix, type Rule, say, set } from '../../src/rule/index.ts';
import { type Cluster, clusterLogs, type Destination, describe, nameBucket } from '../../src/rule/logging.ts';

export const logTargetByName: Rule = {
  id: 'log-target-by-name',
  summary: 'A cluster refers to its log group or bucket for sessions other than by `Ref`.',
  why: 'An ARN is not a name, and is rejected. With a literal name, CloudFormation does not know to create the log group first, and sessions may not be recorded until it exists.',
  severity: 'error',
  blocks: 'deploy',
  properties: ['LogConfiguration.CloudWatchLogGroupName', 'LogConfiguration.S3BucketName'],
  errorMessages: ['log-group-not-found', 'log-bucket-not-found', 'session-not-logged'],
  fix: 'safe',
  fixSafety:
    'Safe: a `Ref` to the resource in this template returns its name, and creates it before the cluster. The ARN of another bucket is reduced to its name. A path in the ARN becomes `S3KeyPrefix`, unless there already is one.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ecs-cluster-executecommandlogconfiguration.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-logs-loggroup.html#aws-resource-logs-loggroup-return-values',
  ],

  *checkCluster(cluster, _, launchers) {
    const logs = clusterLogs(cluster);
    if (logs.is !== 'known') return;
    for (const destination of logs.value) {
      const { at, writtenAs, resource } = destination;
      const { unsure } = logs;
      const fix = unsure === undefined ? refer(cluster, destination) : undefined;
      const what = describe(destination);
      if (writtenAs === 'ARN')
        yield {
          at,
          message: say`Cluster \`${cluster.id}\` refers to ${what} by its ARN instead of its name: the deployment fails.`,
          for: launchers,
          unsure,
          fix,
        };
      if (writtenAs === 'name' && resource && cluster.isInTemplateOf(resource) && !cluster.waitsFor(resource))
        yield {
          at,
          message: say`Cluster \`${cluster.id}\` refers to ${what} by its literal name instead of \`!Ref\`, so CloudFormation does not know to create it first.`,
          for: launchers,
          severity: 'info',
          blocks: 'session log',
          related: [{ at: resource.at, message: say`it is created here` }],
          unsure,
          fix,
        };
    }
  },
};

function refer(cluster: Cluster, destination: Destination): Fix | undefined {
  const { at, kind, resource, writtenAs } = destination;
  if (kind === 'bucket' && writtenAs === 'ARN') return name(cluster, destination);
  if (!resource || !cluster.isInTemplateOf(resource) || cluster.isNeededBy(resource)) return undefined;
  return { title: say`Refer to \`${resource.id}\``, safety: 'safe', edits: [set(at, { Ref: resource.id })] };
}

/** A path in the ARN becomes the prefix of the keys. */
function name(cluster: Cluster, destination: Destination): Fix | undefined {
  const edits = nameBucket(cluster, destination);
  const { resource } = destination;
  const title = resource ? say`Refer to \`${resource.id}\`` : say`Use only the name`;
  return edits && { title, safety: 'safe', edits };
}
