import { display } from '../../cfn/functions/placeholder.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import type { AttachedPolicy, InlinePolicy, PolicyResource } from '../../iam/attached-policies.ts';
import { isObject, type Json } from '../../syntax/json-value.ts';
import { toJson } from '../../syntax/node.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { SESSION_ACTIONS } from '../model/actions.ts';
import type { Role } from '../model/role.ts';

/** Policies that are written into one role under one name, so that the last of them is all that is left. */
export interface SameName {
  readonly name: string;
  /** For messages: the name without placeholders. */
  readonly title: string;
  /** Where each of them is given the name. */
  readonly places: readonly [Place, Place, ...Place[]];
  /** The session actions that no other policy of the role allows. */
  readonly actions: readonly string[];
}

/**
 * The policies of a role that have one name and do not say the same. Those of an `AWS::IAM::Policy` or `RolePolicy` end
 * up among the role's own.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html
 */
export function policiesOfOneName(role: Role): readonly SameName[] {
  const { template } = role.resource;
  const groups = new Map<string, OwnPolicy[]>();
  for (const policy of role.policies()) {
    if (!isOwn(policy) || policy.name === undefined) continue;
    const same = groups.get(policy.name);
    if (same) same.push(policy);
    else groups.set(policy.name, [policy]);
  }
  return [...groups].flatMap(([name, policies]) => {
    const [first, second, ...others] = policies.map(
      each => template.find(propertiesOf(each), 'PolicyName').at,
    );
    const differ = new Set(policies.map(each => documentOf(template, each))).size > 1;
    if (!first || !second || !differ) return [];
    const actions = SESSION_ACTIONS.filter(action => onlyThey(role, policies, action));
    return [{ name, title: display(name), places: [first, second, ...others], actions }];
  });
}

type OwnPolicy = InlinePolicy | PolicyResource;

function isOwn(policy: AttachedPolicy): policy is OwnPolicy {
  if (policy.kind === 'resource') return policy.resource.type !== 'AWS::IAM::ManagedPolicy';
  return policy.kind === 'inline';
}

function propertiesOf(policy: OwnPolicy): Place {
  return policy.kind === 'inline' ? policy.at : policy.resource.declared();
}

/** What a policy says, whatever its layout and the functions that it is written with. */
function documentOf(template: Template, policy: OwnPolicy): string {
  const place = child(propertiesOf(policy), 'PolicyDocument');
  const document = template.symbolicWithImports(place);
  const node = nodeAt(place);
  return inOrder(document.is === 'known' ? document.value : node ? toJson(node) : null);
}

/** The same text for all orders of keys. */
function inOrder(value: Json): string {
  return JSON.stringify(value, (_, each: Json) =>
    isObject(each) ? Object.fromEntries(Object.entries(each).sort()) : each,
  );
}

function onlyThey(role: Role, policies: readonly AttachedPolicy[], action: string): boolean {
  const allowing = role.policiesAllowing(action);
  return allowing.length > 0 && allowing.every(each => policies.includes(each));
}
