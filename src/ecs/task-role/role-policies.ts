import type { Resource } from '../../cfn/scenario/resource.ts';
import type { AwsManagedPolicy, PolicyResource } from '../../iam/attached-policies.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { SESSION_ACTIONS } from '../model/actions.ts';
import type { Role } from '../model/role.ts';
import type { RolePermissions } from '../model/role-permissions.ts';

/**
 * The AWS managed policies that a role has session actions from, and from nothing else. There is none that allows these
 * actions alone.
 */
export function broadPolicies(role: Role): readonly AwsManagedPolicy[] {
  const broad = SESSION_ACTIONS.flatMap(action => {
    const allowing = role.policiesAllowing(action);
    const managed = allowing.flatMap(policy => (policy.kind === 'aws' ? policy : []));
    return managed.length === allowing.length ? managed : [];
  });
  return [...new Set(broad)];
}

export interface PoliciesWithoutDependsOn {
  readonly policies: readonly PolicyResource[];
  /** The session actions that its tasks do not have without them. */
  readonly actions: readonly string[];
  /** What has to wait for them: a resource of their template. */
  readonly dependent: Resource;
}

/**
 * The policies that may be attached to the task role only after a launcher has started its first tasks: resources of
 * their own that it does not wait for, and without which the role would not allow some session actions.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-policy.html
 */
export function policiesWithoutDependsOn(
  { resource }: Launcher,
  role: RolePermissions,
): PoliciesWithoutDependsOn | undefined {
  const policies = new Map<string, PolicyResource>();
  const actions: string[] = [];
  for (const action of SESSION_ACTIONS) {
    if (role.sessionAccess(action).is !== 'allowed') continue;
    const allowing = role.policiesAllowing(action);
    const racing = allowing.filter(
      policy => policy.kind === 'resource' && lacksDependsOn(policy.resource, resource),
    );
    const [first] = racing;
    if (first?.kind !== 'resource' || racing.length < allowing.length) continue;
    policies.set(first.resource.id, first);
    actions.push(action);
  }
  const [any] = policies.values();
  const dependent = any && dependentOf(resource, any.resource);
  return dependent ? { policies: [...policies.values()], actions, dependent } : undefined;
}

function lacksDependsOn(policy: Resource, starting: Resource): boolean {
  const dependent = dependentOf(starting, policy);
  return dependent !== undefined && !policy.template.declarations.references.reaches(dependent.id, policy.id);
}

/**
 * What CloudFormation has to create after a policy for a launcher to wait for it: the launcher itself, or, where the
 * policy is in a parent stack, the nested stack there that leads to the launcher. A policy of any other stack is there
 * before its role can be referred to.
 */
function dependentOf(starting: Resource, { template }: Resource): Resource | undefined {
  let { stack } = starting.template;
  if (stack.key === template.key) return starting;
  for (; stack.parent; stack = stack.parent.stack)
    if (stack.parent.stack.key === template.key) return template.resource(String(stack.parent.at.path[1]));
  return undefined;
}
