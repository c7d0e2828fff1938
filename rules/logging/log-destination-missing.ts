import { type Fix, type Launcher, type Rule, type Settings, say, strayFrom } from '../../src/rule/index.ts';
import {
  type Cluster,
  type DestinationKind,
  recordSessions,
  riskOfRecording,
} from '../../src/rule/logging.ts';

const KINDS: readonly DestinationKind[] = ['log group', 'bucket'];

export const logDestinationMissing: Rule = {
  id: 'log-destination-missing',
  summary: 'A cluster has sessions recorded in a place of their own and does not name it.',
  why: 'With `Logging: OVERRIDE` and neither a log group nor a bucket nothing is recorded, and the deploy may be rejected. A prefix or a demand for encryption says nothing without the bucket or log group that it is about.',
  severity: 'error',
  blocks: 'session log',
  properties: ['ExecuteCommandConfiguration.LogConfiguration'],
  errorMessages: ['session-not-logged', 'logging-not-override'],
  fix: 'safe',
  fixSafety:
    'Names the log group or bucket that is there for ECS Exec, or adds one, as `logging-not-overridden` does. Unsafe where a log group has to be encrypted and a key has to be made for that. While `Logging` is not OVERRIDE, that rule has the fix.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ecs-cluster-executecommandlogconfiguration.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging',
  ],

  *checkCluster(cluster, settings, launchers) {
    const logging = cluster.logging();
    const isOverridden =
      logging.is === 'known' && logging.value === 'OVERRIDE' && logging.unsure === undefined;
    const missing = KINDS.filter(kind => cluster.destination(kind).is === 'absent');
    const fix = isOverridden ? record(cluster, settings, launchers) : undefined;
    if (isOverridden && missing.length === KINDS.length) {
      const message = say`Cluster \`${cluster.id}\` sets \`Logging: OVERRIDE\` and names neither a log group nor a bucket: sessions are recorded nowhere.`;
      yield { at: logging.at, message, for: launchers, fix };
      return;
    }
    for (const kind of missing)
      for (const { name, at } of cluster.detailsOf(kind))
        yield {
          at,
          message:
            kind === 'bucket'
              ? say`Cluster \`${cluster.id}\` sets \`${name}\` and names no bucket: it has no effect, and the deploy may be rejected.`
              : say`Cluster \`${cluster.id}\` sets \`${name}\` and names no log group: it has no effect, and the deploy may be rejected.`,
          for: launchers,
          severity: 'warning',
          blocks: 'session',
          mayBlock: true,
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
