import { display } from '../cfn/functions/reference.ts';
import type { Resource } from '../cfn/scenario/resource.ts';
import type { Value } from '../cfn/value.ts';
import type { Sentence } from '../i18n/sentence.ts';
import type { AttachedPolicy } from '../iam/attached.ts';
import type { Place } from '../syntax/place.ts';
import type { Launcher } from './launchers/launcher.ts';
import { sessionLog } from './logging/session-log.ts';
import type { Cluster } from './model/cluster.ts';
import type { Destination } from './model/destination.ts';
import type { Role } from './model/role.ts';

export type StationKind =
  | 'launcher'
  | 'task definition'
  | 'role'
  | 'policy'
  | 'cluster'
  | 'log group'
  | 'bucket'
  | 'log';

/** What one station is to the one before it. */
export type StepKind = 'runs' | 'task role' | 'execution role' | 'policy' | 'runs in' | 'records to';

/** Something that a session depends on. */
export interface Station {
  readonly kind: StationKind;
  /** A logical id or a name. */
  readonly name: string;
  /** Why it is not known what it is, which then has no name: a phrase. */
  readonly why?: Sentence;
  /** Nothing for what is in no template that was given. */
  readonly at: Place | undefined;
  /** Where it is spoken of; nothing for what AWS keeps, which is the same everywhere. */
  readonly namedAt: Place | undefined;
}

export interface Step {
  readonly from: Station;
  readonly as: StepKind;
  readonly to: Station;
}

/** What a session on a launcher's tasks depends on, from the launcher to where the session is recorded. */
export function route(launcher: Launcher): readonly Step[] {
  const start: Station = { kind: 'launcher', name: launcher.id, at: launcher.at, namedAt: launcher.at };
  const definition = launcher.taskDefinition();
  const task = stationOf(definition, 'task definition');
  const roles: Step[] = [];
  if (definition.is === 'known') {
    roles.push(...roleSteps(task ?? start, 'task role', launcher.taskRole()));
    roles.push(...roleSteps(task ?? start, 'execution role', launcher.executionRole()));
  }
  return [
    ...(task ? [{ from: start, as: 'runs' as const, to: task }] : []),
    ...roles,
    ...clusterSteps(start, launcher),
  ];
}

function roleSteps(from: Station, as: StepKind, role: Value<Role>): readonly Step[] {
  const to = stationOf(role, 'role');
  if (!to) return [];
  const policies = role.is === 'known' ? role.value.policies() : [];
  const granted = policies.map(each => ({ from: to, as: 'policy' as const, to: policyStation(each) }));
  return [{ from, as, to }, ...granted];
}

function clusterSteps(start: Station, launcher: Launcher): readonly Step[] {
  const cluster = launcher.cluster();
  const to = stationOf(cluster, 'cluster');
  if (!to) return [];
  const logs = cluster.is === 'known' ? logStations(cluster.value, launcher) : [];
  return [
    { from: start, as: 'runs in', to },
    ...logs.map(log => ({ from: to, as: 'records to' as const, to: log })),
  ];
}

function logStations(cluster: Cluster, launcher: Launcher): readonly Station[] {
  const log = sessionLog(launcher);
  if (log.is === 'known') return log.value.destinations.map(destinationStation);
  return log.is === 'unknown' ? [unseen('log', log.why, cluster.at)] : [];
}

function destinationStation({ kind, resource, names, at }: Destination): Station {
  if (resource) return resourceStation(resource, kind);
  return { kind, name: display(names[0] ?? ''), at: undefined, namedAt: at };
}

function policyStation(policy: AttachedPolicy): Station {
  const { at } = policy;
  switch (policy.kind) {
    case 'inline':
      return { kind: 'policy', name: display(policy.name ?? ''), at, namedAt: at };
    case 'resource':
    case 'perhaps':
      return resourceStation(policy.resource, 'policy');
    case 'aws':
      return { kind: 'policy', name: display(policy.name), at: undefined, namedAt: undefined };
    case 'unknown':
      return unseen('policy', policy.why, at);
  }
}

/** Nothing for what is absent. */
function stationOf(value: Value<{ readonly resource: Resource }>, kind: StationKind): Station | undefined {
  switch (value.is) {
    case 'known':
      return resourceStation(value.value.resource, kind);
    case 'unknown':
      return unseen(kind, value.why, value.at);
    case 'absent':
      return undefined;
  }
}

function resourceStation({ id, at }: Resource, kind: StationKind): Station {
  return { kind, name: id, at, namedAt: at };
}

function unseen(kind: StationKind, why: Sentence, namedAt: Place): Station {
  return { kind, name: '', why, at: undefined, namedAt };
}
