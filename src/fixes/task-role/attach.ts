import { writtenText } from '../../cfn/functions/qualified-name.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Role } from '../../ecs/model/role.ts';
import { meantRole, type UnattachedPolicy, unattachedPolicies } from '../../ecs/task-role/unattached.ts';
import type { Empty } from '../../ecs/template/null-values.ts';
import { type Edit, removeButComments, set } from '../../edit/tree/edit.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { policyName } from '../../iam/attached-policies.ts';
import type { Json } from '../../syntax/json-value.ts';
import { isWithin, nodeAt, type Place } from '../../syntax/place.ts';
import { hasPolicyNamed, uniquePolicyNames } from '../unique-names.ts';

/** A policy is attached to a role. */
export interface Attachment {
  readonly title: Sentence;
  readonly edits: readonly Edit[];
  /** Whether nothing else can be meant. */
  readonly isSure: boolean;
}

/**
 * Attaches a policy with permissions for sessions to the one task role that its empty `Roles` can mean, under another
 * name where the role has, or gets, a policy of that name.
 */
export function attachPolicy({ resource, at }: Empty): Attachment | undefined {
  const policy = unattachedPolicies(resource.template).find(each => each.resource.sameAs(resource));
  const meant = policy && isWithin(at, policy.roles) ? meantRole(policy) : undefined;
  if (!policy || !meant) return undefined;
  const { role, isSure } = meant;
  if (isListed(policy, role) || isSecond(policy, at))
    return { title: say`Remove the empty item`, edits: [removeButComments(at)], isSure: true };
  const edits = naming(policy, at, role);
  const renamed = edits && rename(policy, role);
  if (!renamed) return undefined;
  return {
    title:
      renamed.length > 0
        ? say`Attach \`${resource.id}\` to the task role \`${role.id}\`, under a different name`
        : say`Attach \`${resource.id}\` to the task role \`${role.id}\``,
    edits: [...edits, ...renamed],
    isSure,
  };
}

/** Where the role is to be named in policies that are attached to it, which may grant what it lacks. */
export function attachmentsTo(role: Role): readonly Place[] {
  return unattachedPolicies(role.resource.template).flatMap(policy => {
    const meant = meantRole(policy);
    return meant?.role.resource.sameAs(role.resource) ? [policy.roles] : [];
  });
}

/** In a list that is computed, or depends on a condition, nothing is written. */
function naming({ resource, roles }: UnattachedPolicy, at: Place, role: Role): readonly Edit[] | undefined {
  const reference: Json = { Ref: role.id };
  const depth = at.path.length - roles.path.length;
  if (depth === 1 && nodeAt(roles)?.kind === 'sequence') return [set(at, reference)];
  if (depth > 0) return undefined;
  return [set(at, resource.type === 'AWS::IAM::RolePolicy' ? reference : [reference])];
}

/** Whether a policy names the role already, beside what is empty. */
function isListed({ resource, roles }: UnattachedPolicy, role: Role): boolean {
  const items = resource.template.items(roles);
  return (
    items.is === 'known' &&
    items.value.some(item => {
      const target = resource.template.target(item);
      return target.is === 'known' && target.value.sameAs(role.resource);
    })
  );
}

/** Whether an item is empty, and one before it is too. */
function isSecond({ roles }: UnattachedPolicy, at: Place): boolean {
  const list = nodeAt(roles);
  const first =
    list?.kind === 'sequence'
      ? list.items.findIndex(item => item.kind === 'scalar' && item.value === null)
      : -1;
  return first >= 0 && at.path.at(-1) !== first;
}

/** Nothing where the name that it needs cannot be written. */
function rename({ resource }: UnattachedPolicy, role: Role): readonly Edit[] | undefined {
  const own = ownName(resource);
  if (own === undefined) return [];
  const all = unattachedPolicies(resource.template);
  const position = all.findIndex(each => each.resource.sameAs(resource));
  const given = all.slice(0, position).filter(each => !isListed(each, role));
  const earlier = given.filter(each => ownName(each.resource) === own).length;
  const before = earlier + (hasPolicyNamed(role, own) ? 1 : 0);
  const name = uniquePolicyNames(role, own, before)[before - 1];
  if (name === undefined) return [];
  const written = writtenText(name);
  return written === undefined ? undefined : [set(resource.place('PolicyName'), written)];
}

/** The name of a policy that is written into the role; managed ones have names of their own. */
function ownName(policy: Resource): string | undefined {
  return policy.type === 'AWS::IAM::ManagedPolicy'
    ? undefined
    : policyName(policy.template, policy.declared());
}
