import { placeholder } from '../../cfn/functions/placeholder.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { type AccessDecision, combineEffects, isRefused } from '../../iam/access-decision.ts';
import { clusterArn, inAnyRegion, taskArn } from '../../iam/arn.ts';
import { statementEffects } from '../../iam/attached-policies.ts';
import { type Identity, identities } from '../../iam/identities.ts';
import type { Request, RequestContext } from '../../iam/request.ts';
import { declaredRole, resourcePolicyEffects } from '../../iam/resource-policies.ts';
import type { Statement } from '../../iam/statements.ts';
import type { Place } from '../../syntax/place.ts';
import { callerKeyNeed } from '../logging/key-permissions.ts';
import { EXECUTE_COMMAND, START_SESSION } from '../model/actions.ts';
import { Cluster } from '../model/cluster.ts';
import { isAwsManaged, type Key } from '../model/key.ts';

/** Who may run `execute-command`, because a policy says so by name. */
export class Caller {
  /** The role, user or group, or a policy that none of them has. */
  readonly resource: Resource;
  /** The statement that says so. */
  readonly statement: Statement;
  readonly #holder: Identity;

  constructor(identity: Identity, statement: Statement) {
    this.resource = identity.resource;
    this.statement = statement;
    this.#holder = identity;
  }

  get at(): Place {
    return this.statement.at;
  }

  /** For messages, as the subject of a sentence. */
  get title(): Sentence {
    const noun = NOUNS.get(this.resource.type) ?? say`Anyone with the policy`;
    return say`${noun} \`${this.resource.id}\``;
  }

  access(action: string, resource: readonly string[], context?: RequestContext): AccessDecision {
    const { policies } = this.#holder;
    const request: Request = { action, resource, requester: 'anyone', context };
    const own = policies.flatMap(each => statementEffects(this.resource, each, request));
    return combineEffects([...own, ...resourcePolicyEffects(declaredRole(this.resource), request)]);
  }

  /** Whether it may be run on the tasks of a cluster, be it under a condition. */
  mayCall(cluster: Cluster): boolean {
    const decision = this.access(EXECUTE_COMMAND, namesOf(cluster));
    return decision.is === 'allowed' || (decision.is === 'restricted' && decision.why === 'condition');
  }
}

const NOUNS: ReadonlyMap<string, Sentence> = new Map([
  ['AWS::IAM::Role', say`Role`],
  ['AWS::IAM::User', say`User`],
  ['AWS::IAM::Group', say`Group`],
]);

/** A policy that allows all of ECS is one for something else, and says nothing about sessions. */
const BY_NAME = /^ecs:exec/i;

export function callers(template: Template): readonly Caller[] {
  return mentioningCallers(template, action => BY_NAME.test(action));
}

/** Whoever has an Allow for an action like this. */
export function mentioningCallers(
  template: Template,
  isMeant: (action: string) => boolean,
): readonly Caller[] {
  if (!/ecs:(?!:)/i.test(template.declarations.document.text)) return [];
  return identities(template).flatMap(identity => {
    const statement = identity.policies.flatMap(statementsOf).find(each => allowsByName(each, isMeant));
    return statement ? [new Caller(identity, statement)] : [];
  });
}

function statementsOf(policy: Identity['policies'][number]): readonly Statement[] {
  if (policy.kind !== 'inline' && policy.kind !== 'resource') return [];
  return policy.statements.flatMap(each => (each.is === 'known' ? [each.value] : []));
}

function allowsByName(
  { effect, actions, exceptActions }: Statement,
  isMeant: (action: string) => boolean,
): boolean {
  return effect === 'Allow' && !exceptActions && actions.some(({ text }) => isMeant(text ?? ''));
}

/** The ARN of a task, whichever it is, of whichever cluster. */
export function anyTask(): string {
  return inAnyRegion(taskArn(placeholder('a cluster')));
}

/** The ARNs of a cluster and of the tasks in it: the right to run `execute-command` may be on either. */
function namesOf({ id, resource }: Cluster): readonly string[] {
  const own = resource.symbolic('ClusterName');
  const written = own.is === 'known' && typeof own.value === 'string' ? [own.value] : [];
  return [placeholder(id), ...written].flatMap(name => [clusterArn(name), taskArn(name)]);
}

/**
 * Someone who may run `execute-command` on a cluster, and not make the data key that its sessions are encrypted with.
 */
export interface CallerWithoutDataKey {
  readonly caller: Caller;
  readonly cluster: Cluster;
  readonly key: Key;
}

export function callersWithoutDataKey(template: Template): readonly CallerWithoutDataKey[] {
  const clusters = template.resources('AWS::ECS::Cluster').map(resource => new Cluster(resource));
  return clusters.flatMap(cluster => {
    const key = cluster.sessionKey();
    if (key.is !== 'known' || key.unsure !== undefined || isAwsManaged(key.value)) return [];
    return callers(template)
      .filter(caller => caller.mayCall(cluster) && lacksKey(caller, key.value))
      .map(caller => ({ caller, cluster, key: key.value }));
  });
}

function lacksKey(caller: Caller, key: Key): boolean {
  const { actions, resource, context } = callerKeyNeed(key);
  return actions.some(action => isRefused(caller.access(action, resource, context)));
}

/** A way into containers past ECS. */
export interface SideDoor {
  readonly caller: Caller;
  /** What allows it. */
  readonly at: Place;
}

/** Those who may run `execute-command`, and whom nothing keeps from starting sessions on tasks by other means. */
export function sideDoors(template: Template): readonly SideDoor[] {
  return callers(template).flatMap(caller => {
    const decision = caller.access(START_SESSION, [anyTask()]);
    const [at] = decision.is === 'allowed' ? decision.by : [];
    return at ? [{ caller, at }] : [];
  });
}
