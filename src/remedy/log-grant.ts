import { onlyReference } from '../cfn/reference.ts';
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
  if (lacking.length === 0) return undefined;
  return addPolicyItem(role, logPolicy(destination, lacking, role.resource.condition, freeName(role)));
}

/** Lets a role use a key, in a policy of its own. */
export function grantKey(role: Role, { key, needs }: KeyNeeds): readonly Edit[] | undefined {
  if (isDenied(role, needs)) return undefined;
  return addPolicyItem(role, keyPolicy(key, unmet(role, needs), role.resource.condition, freeName(role)));
}

type Name = (wanted: string) => string;

function freeName(role: Role): Name {
  return wanted => freePolicyName(role, wanted);
}

/** One name a destination, so that a role whose services log to several gets one policy for each. */
export function logPolicy(
  destination: Destination,
  needs: readonly Need[],
  condition: string | undefined,
  name: Name = wanted => wanted,
): Json {
  const first = destination.names[0] ?? '';
  const of = destination.resource?.id ?? onlyReference(first) ?? first;
  const policy = inlinePolicy(name(policyName('EcsExecLog', of)), needStatements(needs));
  return whereThereIs(destination.resource, condition, policy);
}

/** `condition` is that of the role which the policy is for. */
export function keyPolicy(
  key: Key,
  needs: readonly Need[],
  condition: string | undefined,
  name: Name = wanted => wanted,
): Json {
  const policy = inlinePolicy(name(policyName('EcsExecKey', key.resource?.id ?? '')), needStatements(needs));
  return whereThereIs(key.resource, condition, policy);
}

function policyName(purpose: string, of: string): string {
  return `${purpose}-${of}`
    .replace(/[^\w+=,.@-]+/g, '-')
    .replace(/-+$/, '')
    .slice(0, 128);
}
