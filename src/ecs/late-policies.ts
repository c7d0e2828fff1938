import type { PolicyResource } from '../cfn/policy/attached.ts';
import { SESSION_ACTIONS } from './actions.ts';
import type { Launcher } from './launcher.ts';
import type { Role } from './role.ts';

export interface LatePolicies {
  readonly policies: readonly PolicyResource[];
  /** The session actions that its tasks do not have without them. */
  readonly actions: readonly string[];
}

/**
 * The policies that may be attached to the task role only after a launcher has started its first tasks: resources of
 * their own that it does not wait for, and without which the role would not allow some session actions.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-policy.html
 */
export function latePolicies({ resource }: Launcher, role: Role): LatePolicies | undefined {
  const { references } = resource.template.declarations;
  const policies = new Map<string, PolicyResource>();
  const actions: string[] = [];
  for (const action of SESSION_ACTIONS) {
    if (role.grant(action).is !== 'granted') continue;
    const allowing = role.policiesAllowing(action);
    const late = allowing.flatMap(policy =>
      policy.kind === 'resource' && !references.reaches(resource.id, policy.resource.id) ? policy : [],
    );
    const [first] = late;
    if (!first || late.length < allowing.length) continue;
    policies.set(first.resource.id, first);
    actions.push(action);
  }
  return actions.length > 0 ? { policies: [...policies.values()], actions } : undefined;
}
