import { Cluster, DESTINATION_KINDS, type DestinationKind } from '../../ecs/model/cluster.ts';
import type { Empty } from '../../ecs/template/null-values.ts';
import { type Edit, set } from '../../edit/tree/edit.ts';
import { existingDestination } from './destinations.ts';

/** The name of a log group or bucket that a cluster leaves empty. */
interface EmptyDestination {
  readonly cluster: Cluster;
  readonly kind: DestinationKind;
}

/** What an empty value is the name of, where it is one. */
export function destinationOf({ resource, at }: Empty): EmptyDestination | undefined {
  if (resource.type !== 'AWS::ECS::Cluster') return undefined;
  const cluster = new Cluster(resource);
  const path = JSON.stringify(at.path);
  const kind = DESTINATION_KINDS.find(each => JSON.stringify(cluster.destination(each).at.path) === path);
  return kind && { cluster, kind };
}

/** Whether sessions would be recorded nowhere without it: `log-destination-missing` names one then, or adds it. */
export function isNeeded({ cluster, kind }: EmptyDestination): boolean {
  const logging = cluster.logging();
  const isElsewhere = logging.is === 'known' && logging.value !== 'OVERRIDE';
  return (
    !isElsewhere && DESTINATION_KINDS.every(each => each === kind || cluster.destination(each).is !== 'known')
  );
}

/** Names the log group or bucket of the template that is there for sessions. */
export function nameDestination(empty: Empty): readonly Edit[] | undefined {
  const destination = destinationOf(empty);
  const there =
    destination && !isNeeded(destination) && existingDestination(destination.cluster, destination.kind);
  return there ? [set(empty.at, { Ref: there.id })] : undefined;
}
