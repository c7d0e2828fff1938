import { text } from '../../cfn/functions/intrinsic.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Cluster, DestinationKind } from '../../ecs/model/cluster.ts';
import { nodeAt } from '../../syntax/place.ts';

const FOR_EXEC = /ecs-?exec(?!ution)|exec(?:ute)?-?(?:command|log|session)/i;

/** Who may mention a destination that is for sessions alone: what lets it be written, and what reads it. */
const COMPANIONS: ReadonlySet<string> = new Set([
  'AWS::ECS::Cluster',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::SubscriptionFilter',
  'AWS::S3::BucketPolicy',
]);

const KINDS: Readonly<Record<DestinationKind, { readonly type: string; readonly name: string }>> = {
  'log group': { type: 'AWS::Logs::LogGroup', name: 'LogGroupName' },
  bucket: { type: 'AWS::S3::Bucket', name: 'BucketName' },
};

/**
 * The one log group or bucket of the template that is meant for the sessions on a cluster by its name, and that nothing
 * else is written to.
 */
export function existingDestination(cluster: Cluster, kind: DestinationKind): Resource | undefined {
  const { template, condition } = cluster.resource;
  const meant = template.resources(KINDS[kind].type).filter(resource => {
    const names = namesOf(resource, kind);
    const isWhereClusterIs = resource.condition === undefined || resource.condition === condition;
    return (
      isWhereClusterIs &&
      names.some(name => FOR_EXEC.test(name)) &&
      isOf(cluster, names) &&
      usersOf(resource).every(user => isCompanion(user, cluster))
    );
  });
  const [only, another] = meant;
  return another ? undefined : only;
}

function namesOf(resource: Resource, kind: DestinationKind): readonly string[] {
  const name = resource.find(KINDS[kind].name);
  const written = name.is === 'known' ? text(nodeAt(name.value)) : undefined;
  return [resource.id, ...(written === undefined ? [] : [written])];
}

/** Each cluster has its own: of several, the one that is named. */
function isOf(cluster: Cluster, names: readonly string[]): boolean {
  const clusters = cluster.resource.template.declarations.ofType('AWS::ECS::Cluster').map(each => each.id);
  const named = clusters.filter(id => names.some(name => plain(name).includes(plain(id))));
  const [closest] = named.sort((a, b) => b.length - a.length);
  return clusters.length === 1 || closest === cluster.id;
}

function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}

interface User {
  readonly id: string;
  readonly type: string;
}

function usersOf(resource: Resource): readonly User[] {
  const { declarations } = resource.template;
  return declarations.references
    .to(resource.id)
    .map(id => ({ id, type: declarations.resources.get(id)?.type ?? '' }));
}

function isCompanion({ id, type }: User, cluster: Cluster): boolean {
  if (type === 'AWS::ECS::Cluster') return id === cluster.id;
  return COMPANIONS.has(type) || type.startsWith('AWS::IAM::');
}
