import { mayBeSame } from '../cfn/scenario/deployed-stack.ts';
import type { Resource } from '../cfn/scenario/resource.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import type { Stack } from '../cfn/scenario/stack.ts';
import { isWritten, type Place } from '../syntax/place.ts';
import {
  type PerhapsAttachedPolicy,
  type PolicyResource,
  perhapsAttached,
  policyResource,
} from './attached-policies.ts';
import { namingFreely } from './naming-policies.ts';
import { namesRole, type OwnName, ownName, stacksNamingRole } from './own-role-name.ts';
import { isForRolesFromOutside, rolesNamedIn, SEPARATE_TYPES, stacksNamingAny } from './role-attachments.ts';

/**
 * The policies in the templates of other stacks that are attached to the role, by an import, a parameter or its name. One
 * of a stack that the role is known in, and whose roles cannot be computed, is perhaps attached.
 */
export function policiesElsewhere(role: Resource): readonly (PolicyResource | PerhapsAttachedPolicy)[] {
  const { stack } = role.template;
  if (!stack.system) return [];
  const own = ownName(role);
  const naming = stacksNamingRole(stack.system, own);
  const mentioning = new Set(mentioningInPolicies(role));
  const others = new Set([...mentioning, ...naming, ...stacksNamingAny(stack.system)]);
  others.delete(stack);
  return [...others].flatMap(other => {
    const template = role.template.templateOf(other);
    return namingFreely(template).flatMap(({ declaration }) => {
      const policy = template.resource(declaration.id);
      return (policy && attachedElsewhere(role, own, policy, mentioning.has(other))) ?? [];
    });
  });
}

/** A policy of another stack, where it is attached to the role. */
function attachedElsewhere(
  role: Resource,
  own: OwnName,
  policy: Resource,
  mentions: boolean,
): PolicyResource | PerhapsAttachedPolicy | undefined {
  const { template } = policy;
  const roles = rolesNamedIn(policy);
  if (roles.is === 'absent') return undefined;
  const places = roles.is === 'known' ? roles.value : [];
  const naming = places.map(at => [at, namesRole(template, at, role, own)] as const);
  const attachment =
    places.find(at => pointsTo(template, at, role)) ?? naming.find(([, is]) => is === 'yes')?.[0];
  if (attachment) return policyResource(policy, attachment);
  const isOpen = roles.is === 'unknown' || places.some(at => template.symbolic(at).is === 'unknown');
  const isPerhapsNamed = naming.some(([, is]) => is === 'unknown');
  const isPerhaps = isPerhapsNamed || (isOpen && mentions) || mayBeFor(role, policy);
  return isPerhaps ? perhapsAttached(policy) : undefined;
}

/** Whether a policy of another stack is for roles that only whoever deploys names, and the role may be one. */
function mayBeFor(role: Resource, policy: Resource): boolean {
  const isNamed = isWritten(role.declared('RoleName'));
  const [{ deployed }, other] = [role.template.stack, policy.template.stack];
  return mayBeSame(deployed?.account, other.deployed?.account) && isForRolesFromOutside(policy, isNamed);
}

/** The stacks with policies that may point to a role, by an import or a parameter. */
function mentioningInPolicies({ id, template: { stack } }: Resource): readonly Stack[] {
  return SEPARATE_TYPES.flatMap(type => stack.system?.mentioning(stack, id, type) ?? []);
}

function pointsTo(template: Template, at: Place, role: Resource): boolean {
  const target = template.target(at);
  return target.is === 'known' && target.value.sameAs(role);
}
