import { placeholder } from '../../cfn/functions/placeholder.ts';
import { hasSameEnvironment } from '../../cfn/scenario/deployed-stack.ts';
import { rebase } from '../../cfn/scenario/rebase.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import type { Stack } from '../../cfn/scenario/stack.ts';
import { type Answer, absent, andThen, known, type Value } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import { type AccessDecision, combineEffects } from '../../iam/access-decision.ts';
import { regionalArn } from '../../iam/arn.ts';
import { type AttachedPolicy, statementEffects } from '../../iam/attached-policies.ts';
import { attachedPolicies, permissionsBoundary } from '../../iam/attachments.ts';
import { applyPermissionsBoundary } from '../../iam/permissions-boundary.ts';
import type { Request, RequestContext } from '../../iam/request.ts';
import { declaredRole, resourcePolicyEffects } from '../../iam/resource-policies.ts';
import { assumableBy } from '../../iam/trust-policy.ts';
import type { Place } from '../../syntax/place.ts';
import { getOrInsertComputed, memoize } from '../../util/memoize.ts';
import type { Kind, ResourceProperty } from '../resolve/resource-property.ts';
import { RolePermissions } from './role-permissions.ts';

/** What assumes the task role, and the execution role, for the tasks. */
export const TASKS = 'ecs-tasks.amazonaws.com';

/** An `AWS::IAM::Role` of this template. */
export class Role extends RolePermissions {
  readonly resource: Resource;
  readonly tasks: Stack;
  #policies: readonly AttachedPolicy[] | undefined;
  #boundary: Value<AttachedPolicy> | undefined;

  constructor(resource: Resource, tasks: Stack = resource.template.stack) {
    super();
    this.resource = resource;
    this.tasks = tasks;
  }

  get id(): string {
    return this.resource.id;
  }

  get at(): Place {
    return this.resource.at;
  }

  get template(): Template {
    return this.resource.template;
  }

  policies(): readonly AttachedPolicy[] {
    this.#policies ??= attachedPolicies(this.resource);
    return this.#policies;
  }

  /** The permissions boundary: without it being wide enough no policy of the role allows anything. */
  boundary(): Value<AttachedPolicy> {
    this.#boundary ??= permissionsBoundary(this.resource);
    return this.#boundary;
  }

  /**
   * What the role's policies, its boundary and the resource's own policy say about an action on a resource, given by
   * all names that it has; the context is what is known of the request besides.
   */
  access(action: string, resource: readonly string[] = ['*'], context?: RequestContext): AccessDecision {
    const request: Request = { action, resource, requester: 'task', context };
    const own = this.policies().flatMap(policy => statementEffects(this.resource, policy, request));
    const decision = combineEffects([...own, ...resourcePolicyEffects(declaredRole(this.resource), request)]);
    const boundary = this.boundary();
    if (boundary.is !== 'known') return decision;
    const limit = combineEffects(statementEffects(this.resource, boundary.value, request));
    return applyPermissionsBoundary(decision, limit, boundary.at);
  }

  /** Whether a service, such as `ecs-tasks.amazonaws.com`, may assume the role. */
  assumableBy(service: string): Answer {
    // On whose behalf ECS assumes the role: of whatever is a task of this account.
    const source = rebase(`${regionalArn('ecs')}:${placeholder('a task')}`, this.tasks, this.template.stack);
    return assumableBy(this.resource, service, service === TASKS ? source : undefined);
  }

  /** Whether ECS may assume the role for tasks, without which none of them starts. */
  assumableByTasks(): Answer {
    return this.assumableBy(TASKS);
  }
}

const rolesOf = memoize((_: Resource) => new Map<Stack | undefined, Role>());

/** Stacks of one environment have one role. */
function roleOf(resource: Resource, tasks: Stack): Role {
  const { stack } = resource.template;
  const other = hasSameEnvironment(tasks.deployed, stack.deployed) ? undefined : tasks;
  return getOrInsertComputed(rolesOf(resource), other, () => new Role(resource, other));
}

const ROLES: Kind = {
  noun: say`role`,
  types: ['AWS::IAM::Role'],
  nameProperty: 'RoleName',
  // A path before the name is part of the ARN, not of the name.
  nameIn: text => text.replace(/^arn:.*:role\/(?:.*\/)?/s, ''),
};

/**
 * The role at a place that takes its ARN or name: by reference, or by the name that a local role has. The empty string
 * is no role: ECS answers that "a valid taskRoleArn is not being used".
 */
export function roleAt(property: ResourceProperty): Value<Role> {
  const resource = property.resource(ROLES);
  const text = resource.is === 'unknown' ? property.read() : resource;
  if (text.is === 'known' && text.value === '') return absent(text.at, text.unsure);
  return andThen(resource, (found, at) => known(roleOf(found, property.template.stack), at));
}
