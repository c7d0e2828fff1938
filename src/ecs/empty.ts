import { namesAction } from '../cfn/policy/bearing.ts';
import { readStatements } from '../cfn/policy/statements.ts';
import type { Resource } from '../cfn/resource.ts';
import type { Template } from '../cfn/template.ts';
import type { Value } from '../cfn/value.ts';
import { once } from '../once.ts';
import type { Node } from '../syntax/node.ts';
import { child, nodeAt, type Place } from '../syntax/place.ts';
import { DECRYPT, FIND_LOG_GROUP, SESSION_ACTIONS, WRITE_LOG_STREAM, WRITE_OBJECT } from './actions.ts';
import { Bucket } from './bucket.ts';
import type { Cluster } from './cluster.ts';
import type { Key } from './key.ts';
import type { Launcher } from './launcher.ts';
import { LogGroup } from './log-group.ts';
import { clusterLogs } from './session-log.ts';

/** A property or an item of a list that is left empty; CloudFormation rejects the template. */
export interface Empty {
  readonly resource: Resource;
  readonly at: Place;
}

/** What is left empty in the resources that the sessions of a launcher depend on. */
export function emptyValues(launcher: Launcher): readonly Empty[] {
  const definition = launcher.taskDefinition();
  const roles = [launcher.taskRole(), launcher.executionRole()].flatMap(each =>
    each.is === 'known' ? [each.value] : [],
  );
  const cluster = launcher.cluster();
  return emptyIn([
    launcher.resource,
    ...(definition.is === 'known' ? [definition.value.resource] : []),
    ...roles.flatMap(role => [
      role.resource,
      ...role.policies().flatMap(each => ('resource' in each ? each.resource : [])),
    ]),
    ...forgottenPolicies(launcher.resource.template),
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

const FOR_EXEC: readonly string[] = [
  ...SESSION_ACTIONS,
  FIND_LOG_GROUP,
  ...WRITE_LOG_STREAM,
  WRITE_OBJECT,
  DECRYPT,
];

/** Policies with rights for sessions that are to be given to a role which somebody forgot to fill in. */
function forgottenPolicies(template: Template): readonly Resource[] {
  const policies = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].flatMap(type => template.resources(type));
  return policies.filter(policy => {
    if (holesIn(policy.declared('Roles')).length === 0) return false;
    const statements = readStatements(template, policy.at, 'Properties', 'PolicyDocument');
    return statements.some(
      each => each.is === 'known' && FOR_EXEC.some(action => namesAction(each.value, action).is === 'yes'),
    );
  });
}

/** A macro may fill in what is left empty, and a state machine has `null` in its own language. */
function emptyIn(resources: readonly Resource[]): readonly Empty[] {
  const distinct = new Map(resources.map(each => [`${each.template.key} ${each.id}`, each]));
  return [...distinct.values()].flatMap(resource => {
    const isOpen =
      resource.template.declarations.macro !== undefined || resource.type.endsWith('::StateMachine');
    return isOpen ? [] : holesIn(resource.declared()).map(at => ({ resource, at }));
  });
}

/** The places below one that are left empty. Mostly there are none, which is sooner seen without places. */
function holesIn(at: Place): readonly Place[] {
  const node = nodeAt(at);
  return node && hasHoles(node) ? holesOf(at, node) : [];
}

/** The same is asked in every scenario. */
const hasHoles = once((node: Node): boolean => hasHole(node));

function hasHole(node: Node): boolean {
  switch (node.kind) {
    case 'scalar':
      return node.value === null;
    case 'sequence':
      return node.items.some(hasHole);
    case 'mapping':
      return node.entries.some(({ value }) => hasHole(value));
  }
}

function holesOf(at: Place, node: Node): readonly Place[] {
  switch (node.kind) {
    case 'scalar':
      return node.value === null ? [at] : [];
    case 'sequence':
      return node.items.flatMap((item, i) => holesOf(child(at, i), item));
    case 'mapping':
      return node.entries.flatMap(({ key, value }) => holesOf(child(at, key), value));
  }
}
