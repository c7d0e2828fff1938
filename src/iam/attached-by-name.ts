import type { Template } from '../cfn/scenario/scenario-template.ts';
import type { Stack } from '../cfn/scenario/stack.ts';
import { type PolicyResource, policyResource } from './attached-policies.ts';
import { roleNamesAt, rolesNamedIn, SEPARATE_TYPES, stacksNaming } from './role-attachments.ts';

/**
 * The policies that are attached to a role by one of its names, as all stacks have them, in the template where it is used
 * and in others that were given.
 *
 * @param isMeant Whether a policy of a stack means this role, and not one of the same name elsewhere.
 */
export function policiesAttachedByName(
  template: Template,
  names: readonly string[],
  isMeant: (stack: Stack) => boolean,
): readonly PolicyResource[] {
  const { system } = template.stack;
  const naming = system ? names.flatMap(each => stacksNaming(system).get(each) ?? []) : [];
  const stacks = new Set([template.stack, ...naming].filter(isMeant));
  return [...stacks].flatMap(stack => policiesNaming(template.templateOf(stack), names));
}

function policiesNaming(template: Template, names: readonly string[]): readonly PolicyResource[] {
  return SEPARATE_TYPES.flatMap(type => template.resources(type)).flatMap(policy => {
    const roles = rolesNamedIn(policy);
    const attachment =
      roles.is === 'known'
        ? roles.value.find(at => {
            const written = roleNamesAt(template, at);
            return names.some(each => written.has(each));
          })
        : undefined;
    return attachment ? [policyResource(policy, attachment)] : [];
  });
}
