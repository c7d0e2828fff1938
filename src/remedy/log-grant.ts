import { onlyReference } from '../cfn/reference.ts';
import type { Resource } from '../cfn/resource.ts';
import type { Destination } from '../ecs/destination.ts';
import type { Key } from '../ecs/key.ts';
import type { KeyNeeds } from '../ecs/key-needs.ts';
import { mismatches } from '../ecs/mismatch.ts';
import { isDenied, logNeeds, type Need, unmet } from '../ecs/needs.ts';
import type { Role } from '../ecs/role.ts';
import type { Edit } from '../edit/edit.ts';
import type { Json } from '../syntax/json.ts';
import { addPolicyItem } from './grant.ts';
import { coverStreams } from './log-streams.ts';
import { freePolicyName } from './names.ts';
import { inlinePolicy, needStatements, whereThereIs } from './policy.ts';

/**
 * Lets a role write sessions to a destination, as far as it may not yet, in a policy of its own that is named after it.
 * What it is given by an ARN that is put right is not given again.
 */
export function grantLog(role: Role, destination: Destination): readonly Edit[] | undefined {
  const needs = logNeeds(destination);
  if (isDenied(role, needs)) return undefined;
  const repaired = mismatches(role, destination).flatMap(each => (coverStreams(each) ? each.actions : []));
  const lacking = unmet(role, needs).flatMap(need => {
    const actions = need.actions.filter(action => !repaired.includes(action));
    return actions.length > 0 ? [{ ...need, actions }] : [];
  });
  const policy =
    lacking.length > 0 ? logPolicy(role.resource, destination, lacking, freeName(role)) : undefined;
  return policy === undefined ? undefined : addPolicyItem(role, policy);
}

/** Lets a role use a key, in a policy of its own. */
export function grantKey(role: Role, { key, needs }: KeyNeeds): readonly Edit[] | undefined {
  if (isDenied(role, needs)) return undefined;
  const policy = keyPolicy(role.resource, key, unmet(role, needs), freeName(role));
  return policy === undefined ? undefined : addPolicyItem(role, policy);
}

type Name = (wanted: string) => string;

function freeName(role: Role): Name {
  return wanted => freePolicyName(role, wanted);
}

/**
 * A policy for a role, or for the role that a task definition is to have: one name a destination, so that a role whose
 * services log to several gets one policy for each. Nothing where the template cannot name what is needed.
 */
export function logPolicy(
  owner: Resource,
  destination: Destination,
  needs: readonly Need[],
  name: Name = wanted => wanted,
): Json | undefined {
  const { resource, hidden } = destination;
  const first = destination.names[0] ?? '';
  const of = resource?.id ?? hidden?.parameter ?? hidden?.label ?? onlyReference(first) ?? first;
  const statements = needStatements(owner.template, needs);
  const policy = statements && inlinePolicy(name(policyName('EcsExecLog', of)), statements);
  return policy && whereThereIs(resource, owner, policy);
}

/** The same for a key. */
export function keyPolicy(
  owner: Resource,
  key: Key,
  needs: readonly Need[],
  name: Name = wanted => wanted,
): Json | undefined {
  const statements = needStatements(owner.template, needs);
  const policy =
    statements && inlinePolicy(name(policyName('EcsExecKey', key.resource?.id ?? '')), statements);
  return policy && whereThereIs(key.resource, owner, policy);
}

function policyName(purpose: string, of: string): string {
  return `${purpose}-${of}`
    .replace(/[^\w+=,.@]+/g, '-')
    .replace(/-+$/, '')
    .slice(0, 128);
}
