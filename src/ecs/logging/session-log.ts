import { type Answer, andThen, known, type Value } from '../../cfn/value.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import { scalarText } from '../../syntax/json-value.ts';
import type { Place } from '../../syntax/place.ts';
import { memoize } from '../../util/memoize.ts';
import type { Launcher } from '../launchers/launcher.ts';
import type { Cluster, DestinationKind, LoggingMode } from '../model/cluster.ts';
import { bucketAt, type Destination, logGroupAt } from '../model/destination.ts';

export interface SessionLog {
  readonly mode: LoggingMode;
  readonly destinations: readonly Destination[];
}

/**
 * Where the sessions on a launcher's tasks are recorded. Under DEFAULT that is the `awslogs` group of the containers,
 * under OVERRIDE what the cluster names.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ecs-cluster-executecommandconfiguration.html
 */
export const sessionLog: (launcher: Launcher) => Value<SessionLog> = memoize(launcher =>
  andThen(launcher.cluster(), (cluster, at): Value<SessionLog> => {
    const logging = cluster.logging();
    if (logging.is === 'unknown') return logging;
    const mode = logging.is === 'known' ? logging.value : 'DEFAULT';
    const destinations = destinationsOf(mode, launcher, cluster, at);
    const log = andThen(destinations, value => known({ mode, destinations: value }, at));
    return log.is === 'known' && logging.is === 'known' && logging.unsure !== undefined
      ? { ...log, unsure: logging.unsure }
      : log;
  }),
);

function destinationsOf(
  mode: LoggingMode,
  launcher: Launcher,
  cluster: Cluster,
  at: Place,
): Value<readonly Destination[]> {
  switch (mode) {
    case 'NONE':
      return known([], at);
    case 'DEFAULT':
      return containerLogs(launcher);
    case 'OVERRIDE':
      return clusterLogs(cluster);
  }
}

function containerLogs(launcher: Launcher): Value<readonly Destination[]> {
  return andThen(launcher.taskDefinition(), definition =>
    andThen(definition.logGroups(), (groups, at) =>
      all(
        groups.map(group => logGroupAt(definition.resource.template, group, 'no')),
        at,
      ),
    ),
  );
}

/** What a cluster names for sessions to be written to, whether its `Logging` lets it count or not. */
export const clusterLogs: (cluster: Cluster) => Value<readonly Destination[]> = memoize(cluster => {
  const { template } = cluster.resource;
  const group = andThen(cluster.destination('log group'), at =>
    logGroupAt(template, at, mustBeEncrypted(cluster, 'log group')),
  );
  const bucket = andThen(cluster.destination('bucket'), at =>
    bucketAt(template, at, mustBeEncrypted(cluster, 'bucket'), prefixOf(cluster)),
  );
  return all([group, bucket], cluster.at);
});

/** Those that are there; unknown as soon as one is. */
function all(values: readonly Value<Destination>[], at: Place): Value<readonly Destination[]> {
  const destinations: Destination[] = [];
  let unsure: Sentence | undefined;
  for (const value of values) {
    if (value.is === 'unknown') return value;
    if (value.is === 'known') destinations.push(value.value);
    if (value.is === 'known') unsure ??= value.unsure;
  }
  return known(destinations, at, unsure);
}

function mustBeEncrypted(cluster: Cluster, kind: DestinationKind): Answer['is'] {
  const { is, unsure } = cluster.demandsEncryption(kind);
  return unsure === undefined ? is : 'unknown';
}

function prefixOf(cluster: Cluster): string | undefined {
  const found = cluster.find('LogConfiguration', 'S3KeyPrefix');
  const prefix = andThen(found, at => cluster.resource.template.symbolic(at));
  if (prefix.is === 'absent') return '';
  return prefix.is === 'known' ? scalarText(prefix.value) : undefined;
}
