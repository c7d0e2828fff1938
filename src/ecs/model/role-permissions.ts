import { placeholder } from '../../cfn/functions/placeholder.ts';
import { rebase } from '../../cfn/scenario/rebase.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import type { Stack } from '../../cfn/scenario/stack.ts';
import { type AccessDecision, combineCandidates } from '../../iam/access-decision.ts';
import { regionalArn, taskArn } from '../../iam/arn.ts';
import { type AttachedPolicy, statementEffects } from '../../iam/attached-policies.ts';
import type { Request, RequestContext } from '../../iam/request.ts';
import type { Place } from '../../syntax/place.ts';
import { getOrInsertComputed } from '../../util/memoize.ts';
import { CREATE_CONTROL_CHANNEL, SESSION_ACTIONS } from './actions.ts';

/** Where no session action is allowed on everything, AWS names this resource when it refuses one. */
function sessionArn(): string {
  return `${regionalArn('ssmmessages')}:*`;
}

/** The permissions of a role, as far as the templates that were given show them. */
export abstract class RolePermissions {
  /** Of session actions. */
  readonly #decisions = new Map<string, AccessDecision>();

  /** For messages: the logical id, or the name of a role that no template declares. */
  abstract readonly id: string;
  /** Where it is declared or, where no template does, named. */
  abstract readonly at: Place;
  /** Where the names in its requests are at home. */
  abstract readonly template: Template;
  /** The stack whose tasks have the role: it may be deployed to another region than the role's. */
  abstract readonly tasks: Stack;

  abstract policies(): readonly AttachedPolicy[];

  /**
   * What is decided about an action on a resource, given by all names that it has; the context is what is known of the
   * request besides.
   */
  abstract access(action: string, resource?: readonly string[], context?: RequestContext): AccessDecision;

  /** The policies that are resources of their own. */
  separatePolicies(): readonly Resource[] {
    return this.policies().flatMap(each => ('resource' in each ? each.resource : []));
  }

  /**
   * What is decided about a session action. These have no resources in the reference; AWS names an ARN of the service
   * where it refuses them, but for the first, where some have seen that of the task: both have to be covered for it to
   * be allowed without reserve.
   * https://github.com/awslabs/landing-zone-accelerator-on-aws/issues/330
   */
  sessionAccess(action: string): AccessDecision {
    return getOrInsertComputed(this.#decisions, action, () => this.#sessionAccess(action));
  }

  #sessionAccess(action: string): AccessDecision {
    const decision = this.access(action, [this.#ofTasks(sessionArn())]);
    if (action !== CREATE_CONTROL_CHANNEL) return decision;
    const task = this.#ofTasks(taskArn(placeholder('a cluster')));
    return combineCandidates(decision, this.access(action, [task]));
  }

  #ofTasks(arn: string): string {
    return rebase(arn, this.tasks, this.template.stack);
  }

  /** The policies that allow a session action without reserve. */
  policiesAllowing(action: string): readonly AttachedPolicy[] {
    const request: Request = { action, resource: [this.#ofTasks(sessionArn())], requester: 'task' };
    return this.policies().filter(policy =>
      statementEffects(this, policy, request).some(each => each.is === 'allows'),
    );
  }

  /** The session actions that are missing, whatever denies them besides. */
  missingSessionActions(): readonly string[] {
    return SESSION_ACTIONS.filter(action => {
      const decision = this.sessionAccess(action);
      return decision.is === 'implicit deny' || (decision.is === 'explicit deny' && !decision.isOnlyCause);
    });
  }

  /** The session actions about which one of these is decided. */
  sessionActions(...are: readonly AccessDecision['is'][]): readonly string[] {
    return SESSION_ACTIONS.filter(action => are.includes(this.sessionAccess(action).is));
  }
}
