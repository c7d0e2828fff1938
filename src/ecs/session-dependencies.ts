import { display } from '../cfn/functions/placeholder.ts';
import type { Resource } from '../cfn/scenario/resource.ts';
import type { Value } from '../cfn/value.ts';
import type { Sentence } from '../i18n/sentence.ts';
import type { AttachedPolicy } from '../iam/attached-policies.ts';
import type { Place } from '../syntax/place.ts';
import type { Launcher } from './launchers/launcher.ts';
import { sessionLog } from './logging/session-log.ts';
import type { Cluster } from './model/cluster.ts';
import type { Destination } from './model/destination.ts';
import type { Role } from './model/role.ts';

export type DependencyKind =
  | 'launcher'
  | 'task definition'
  | 'role'
  | 'policy'
  | 'cluster'
  | 'log group'
  | 'bucket'
  | 'log';

/** What one station is to the one before it. */
export type DependencyEdgeKind =
  | 'runs'
  | 'task role'
  | 'execution role'
  | 'policy'
  | 'runs in'
  | 'records to';

/** Something that a session depends on. */
export interface Dependency {
  readonly kind: DependencyKind;
  /** A logical id or a name. */
  readonly name: string;
  /** Why it is not known what it is, which then has no name: a phrase. */
  readonly why?: Sentence;
  /** Nothing for what is in no template that was given. */
  readonly at: Place | undefined;
  /** Where it is spoken of; nothing for what AWS keeps, which is the same everywhere. */
  readonly namedAt: Place | undefined;
}

export interface DependencyEdge {
  readonly from: Dependency;
  readonly as: DependencyEdgeKind;
  readonly to: Dependency;
}

/** What a session on a launcher's tasks depends on, from the launcher to where the session is recorded. */
export function sessionDependencies(launcher: Launcher): readonly DependencyEdge[] {
  const start: Dependency = { kind: 'launcher', name: launcher.id, at: launcher.at, namedAt: launcher.at };
  const definition = launcher.taskDefinition();
  const task = dependencyOf(definition, 'task definition');
  const roles: DependencyEdge[] = [];
  if (definition.is === 'known') {
    roles.push(...roleEdges(task ?? start, 'task role', launcher.taskRole()));
    roles.push(...roleEdges(task ?? start, 'execution role', launcher.executionRole()));
  }
  return [
    ...(task ? [{ from: start, as: 'runs' as const, to: task }] : []),
    ...roles,
    ...clusterEdges(start, launcher),
  ];
}

function roleEdges(from: Dependency, as: DependencyEdgeKind, role: Value<Role>): readonly DependencyEdge[] {
  const to = dependencyOf(role, 'role');
  if (!to) return [];
  const policies = role.is === 'known' ? role.value.policies() : [];
  const granted = policies.map(each => ({ from: to, as: 'policy' as const, to: policyDependency(each) }));
  return [{ from, as, to }, ...granted];
}

function clusterEdges(start: Dependency, launcher: Launcher): readonly DependencyEdge[] {
  const cluster = launcher.cluster();
  const to = dependencyOf(cluster, 'cluster');
  if (!to) return [];
  const logs = cluster.is === 'known' ? logDependencies(cluster.value, launcher) : [];
  return [
    { from: start, as: 'runs in', to },
    ...logs.map(log => ({ from: to, as: 'records to' as const, to: log })),
  ];
}

function logDependencies(cluster: Cluster, launcher: Launcher): readonly Dependency[] {
  const log = sessionLog(launcher);
  if (log.is === 'known') return log.value.destinations.map(destinationDependency);
  return log.is === 'unknown' ? [unseen('log', log.why, cluster.at)] : [];
}

function destinationDependency({ kind, resource, names, at }: Destination): Dependency {
  if (resource) return resourceDependency(resource, kind);
  return { kind, name: display(names[0] ?? ''), at: undefined, namedAt: at };
}

function policyDependency(policy: AttachedPolicy): Dependency {
  const { at } = policy;
  switch (policy.kind) {
    case 'inline':
      return { kind: 'policy', name: display(policy.name ?? ''), at, namedAt: at };
    case 'resource':
    case 'perhaps':
      return resourceDependency(policy.resource, 'policy');
    case 'aws':
      return { kind: 'policy', name: display(policy.name), at: undefined, namedAt: undefined };
    case 'unknown':
      return unseen('policy', policy.why, at);
  }
}

/** Nothing for what is absent. */
function dependencyOf(
  value: Value<{ readonly resource: Resource }>,
  kind: DependencyKind,
): Dependency | undefined {
  switch (value.is) {
    case 'known':
      return resourceDependency(value.value.resource, kind);
    case 'unknown':
      return unseen(kind, value.why, value.at);
    case 'absent':
      return undefined;
  }
}

function resourceDependency({ id, at }: Resource, kind: DependencyKind): Dependency {
  return { kind, name: id, at, namedAt: at };
}

function unseen(kind: DependencyKind, why: Sentence, namedAt: Place): Dependency {
  return { kind, name: '', why, at: undefined, namedAt };
}
