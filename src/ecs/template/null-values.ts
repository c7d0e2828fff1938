import { textAt } from '../../cfn/functions/intrinsic.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Value } from '../../cfn/value.ts';
import { emptyPlaces } from '../../syntax/empty.ts';
import { distinctPlaces, type Place } from '../../syntax/place.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { clusterLogs } from '../logging/session-log.ts';
import { Bucket } from '../model/bucket.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Key } from '../model/key.ts';
import { LogGroup } from '../model/log-group.ts';
import { emptyRoleNames, unattachedPolicies } from '../task-role/unattached.ts';

/** A property or an item of a list that is left empty, or the name of a role; the deploy is rejected. */
export interface Empty {
  readonly resource: Resource;
  readonly at: Place;
  /** Not so for an empty text. */
  readonly isNull: boolean;
}

/** What is left empty in the resources that the sessions of a launcher depend on. */
export function emptyValues(launcher: Launcher): readonly Empty[] {
  const definition = launcher.taskDefinition();
  const roles = [launcher.taskRole(), launcher.executionRole()].flatMap(each =>
    each.is === 'known' ? [each.value] : [],
  );
  const task = launcher.taskRolePermissions();
  const cluster = launcher.cluster();
  return emptyIn([
    launcher.resource,
    ...(definition.is === 'known' ? [definition.value.resource] : []),
    ...roles.flatMap(role => [role.resource, ...role.separatePolicies()]),
    ...(task.is === 'known' ? task.value.separatePolicies() : []),
    ...unattachedPolicies(launcher.resource.template).map(each => each.resource),
    ...(cluster.is === 'known' ? behindCluster(cluster.value) : []),
  ]);
}

/** What is left empty in a cluster, and in what its sessions are recorded in and encrypted with. */
export function emptyValuesOf(cluster: Cluster): readonly Empty[] {
  return emptyIn(behindCluster(cluster));
}

function behindCluster(cluster: Cluster): readonly Resource[] {
  const logs = clusterLogs(cluster);
  const records = logs.is === 'known' ? logs.value.flatMap(each => each.resource ?? []) : [];
  const keys = records.map(each =>
    (each.type === 'AWS::S3::Bucket' ? new Bucket(each) : new LogGroup(each)).key(),
  );
  return [cluster.resource, ...records, ...[cluster.sessionKey(), ...keys].flatMap(resourceOf)];
}

function resourceOf(key: Value<Key>): readonly Resource[] {
  return key.is === 'known' && key.value.resource ? [key.value.resource] : [];
}

/** A macro may fill in what is left empty, and a state machine has `null` in its own language. */
function emptyIn(resources: readonly Resource[]): readonly Empty[] {
  const distinct = new Map(resources.map(each => [`${each.template.key} ${each.id}`, each]));
  return [...distinct.values()].flatMap(resource => {
    const isOpen =
      resource.template.declarations.macro !== undefined || resource.type.endsWith('::StateMachine');
    if (isOpen) return [];
    const places = distinctPlaces([...emptyPlaces(resource.declared()), ...emptyRoleNames(resource)]);
    return places.map(at => ({ resource, at, isNull: textAt(at) === undefined }));
  });
}
