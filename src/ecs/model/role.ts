import { placeholder } from '../../cfn/functions/placeholder.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import { type Answer, absent, andThen, known, type Value } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import { type AccessDecision, combineCandidates, combineEffects } from '../../iam/access-decision.ts';
import { regionalArn, taskArn } from '../../iam/arn.ts';
import { type AttachedPolicy, statementEffects } from '../../iam/attached-policies.ts';
import { attachedPolicies, permissionsBoundary } from '../../iam/attachments.ts';
import { applyPermissionsBoundary } from '../../iam/permissions-boundary.ts';
import type { Request, RequestContext } from '../../iam/request.ts';
import { resourcePolicyEffects } from '../../iam/resource-policies.ts';
import { assumableBy } from '../../iam/trust-policy.ts';
import { getOrInsertComputed, memoize } from '../../util/memoize.ts';
import type { Kind, ResourceProperty } from '../resolve/resource-property.ts';
import { CREATE_CONTROL_CHANNEL, SESSION_ACTIONS } from './actions.ts';
import { ResourceModel } from './resource-model.ts';

const EVERYTHING = ['*'];

/** What assumes the task role, and the execution role, for the tasks. */
export const TASKS = 'ecs-tasks.amazonaws.com';

/** On whose behalf ECS assumes the role: of whatever is a task of this account. */
function source(): string {
  return `${regionalArn('ecs')}:${placeholder('a task')}`;
}

/** Where no session action is allowed on everything, AWS names this resource when it refuses one. */
function sessionArn(): string {
  return `${regionalArn('ssmmessages')}:*`;
}

/** An `AWS::IAM::Role` of this template. */
export class Role extends ResourceModel {
  #policies: readonly AttachedPolicy[] | undefined;
  #boundary: Value<AttachedPolicy> | undefined;
  /** Of session actions. */
  readonly #decisions = new Map<string, AccessDecision>();

  policies(): readonly AttachedPolicy[] {
    this.#policies ??= attachedPolicies(this.resource);
    return this.#policies;
  }

  /** The policies that are resources of their own. */
  separatePolicies(): readonly Resource[] {
    return this.policies().flatMap(each => ('resource' in each ? each.resource : []));
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
  access(action: string, resource: readonly string[] = EVERYTHING, context?: RequestContext): AccessDecision {
    const request: Request = { action, resource, requester: 'task', context };
    const own = this.policies().flatMap(policy => statementEffects(this.resource, policy, request));
    const decision = combineEffects([...own, ...resourcePolicyEffects(this.resource, request)]);
    const boundary = this.boundary();
    if (boundary.is !== 'known') return decision;
    const limit = combineEffects(statementEffects(this.resource, boundary.value, request));
    return applyPermissionsBoundary(decision, limit, boundary.at);
  }

  /**
   * What they say about a session action. These have no resources in the reference; AWS names an ARN of the service
   * where it refuses them, but for the first, where some have seen that of the task: both have to be covered for it to
   * be allowed without reserve.
   * https://github.com/awslabs/landing-zone-accelerator-on-aws/issues/330
   */
  sessionAccess(action: string): AccessDecision {
    return getOrInsertComputed(this.#decisions, action, () => this.#sessionAccess(action));
  }

  #sessionAccess(action: string): AccessDecision {
    const decision = this.access(action, [sessionArn()]);
    if (action !== CREATE_CONTROL_CHANNEL) return decision;
    return combineCandidates(decision, this.access(action, [taskArn(placeholder('a cluster'))]));
  }

  /** The policies that allow a session action without reserve. */
  policiesAllowing(action: string): readonly AttachedPolicy[] {
    const request: Request = { action, resource: [sessionArn()], requester: 'task' };
    return this.policies().filter(policy =>
      statementEffects(this.resource, policy, request).some(each => each.is === 'allows'),
    );
  }

  /** Whether a service, such as `ecs-tasks.amazonaws.com`, may assume the role. */
  assumableBy(service: string): Answer {
    return assumableBy(this.resource, service, service === TASKS ? source() : undefined);
  }

  /** Whether ECS may assume the role for tasks, without which none of them starts. */
  assumableByTasks(): Answer {
    return this.assumableBy(TASKS);
  }

  /** The session actions that are missing, whatever denies them besides. */
  missingSessionActions(): readonly string[] {
    return SESSION_ACTIONS.filter(action => {
      const decision = this.sessionAccess(action);
      return decision.is === 'implicit deny' || (decision.is === 'explicit deny' && !decision.isOnlyCause);
    });
  }

  /** The session actions for which the role's policies say one of these things. */
  sessionActions(...are: readonly AccessDecision['is'][]): readonly string[] {
    return SESSION_ACTIONS.filter(action => are.includes(this.sessionAccess(action).is));
  }
}

const roleOf = memoize((resource: Resource) => new Role(resource));

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
  return andThen(resource, (found, at) => known(roleOf(found), at));
}
