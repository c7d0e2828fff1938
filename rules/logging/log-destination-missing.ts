import { type Fix, type Launcher, type Rule, type Settings, say, strayFrom } from '../../src/rule/index.ts';
import { type Cluster, DESTINATION_KINDS, recordSessions, riskOfRecording } from '../../src/rule/logging.ts';

export const logDestinationMissing: Rule = {
  id: 'log-destination-missing',
  summary: 'A cluster sets `Logging: OVERRIDE` without a log group or bucket.',
  why: 'With `Logging: OVERRIDE` and neither a log group nor a bucket, nothing is recorded, and the deployment may fail. A prefix or an encryption setting has no effect without its bucket or log group.',
  severity: 'error',
  blocks: 'session log',
  properties: ['ExecuteCommandConfiguration.LogConfiguration'],
  errorMessages: ['session-not-logged', 'logging-not-override'],
  fix: 'safe',
  fixSafety:
    'Uses the log group or bucket intended for ECS Exec, or adds one, as `logging-not-overridden` does. Unsafe if a log group must be encrypted and a key has to be created for it. If `Logging` is not OVERRIDE, that rule has the fix.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ecs-cluster-executecommandlogconfiguration.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging',
  ],

  *checkCluster(cluster, settings, launchers) {
    const logging = cluster.logging();
    const isOverridden =
      logging.is === 'known' && logging.value === 'OVERRIDE' && logging.unsure === undefined;
    const missing = DESTINATION_KINDS.filter(kind => cluster.destination(kind).is === 'absent');
    const fix = isOverridden ? record(cluster, settings, launchers) : undefined;
    if (isOverridden && missing.length === DESTINATION_KINDS.length) {
      const message = say`Cluster \`${cluster.id}\` sets \`Logging: OVERRIDE\` without a log group or bucket: sessions are not recorded.`;
      yield { at: logging.at, message, for: launchers, fix };
      return;
    }
    for (const kind of missing)
      for (const { name, at } of cluster.detailsOf(kind))
        yield {
          at,
          message:
            kind === 'bucket'
              ? say`Cluster \`${cluster.id}\` sets \`${name}\` without a bucket: it has no effect, and the deployment may fail.`
              : say`Cluster \`${cluster.id}\` sets \`${name}\` without a log group: it has no effect, and the deployment may fail.`,
          for: launchers,
          severity: 'warning',
          blocks: 'session',
          fix,
        };
  },
};

function record(cluster: Cluster, settings: Settings, launchers: readonly Launcher[]): Fix | undefined {
  const recording = recordSessions(cluster, settings);
  const { where, edits, takesKey } = recording;
  const [warning] = launchers.flatMap(each => riskOfRecording(cluster, each, recording) ?? []);
  const safety = takesKey || warning ? 'unsafe' : 'safe';
  const preconditions = strayFrom(cluster.resource);
  return where && { title: say`Record sessions in ${where}`, safety, warning, edits, preconditions };
}
