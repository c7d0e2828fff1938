import { intrinsic } from '../../cfn/functions/intrinsic.ts';
import type { Value } from '../../cfn/value.ts';
import { SESSION_ACTIONS } from '../../ecs/model/actions.ts';
import type { Role } from '../../ecs/model/role.ts';
import { type Edit, remove, set } from '../../edit/tree/edit.ts';
import type { InlinePolicy, PolicyResource } from '../../iam/attached-policies.ts';
import type { Statement } from '../../iam/statements.ts';
import { type Node, toJson } from '../../syntax/node.ts';
import { nodeAt, type Place } from '../../syntax/place.ts';
import { addPolicyItem, allowSessionActions } from '../allow-actions.ts';
import { isRemovable, takeOut } from '../edit-values.ts';
import { dependOn } from './depends-on.ts';

/**
 * Moves the right to open sessions from an execution role to a task role: the policy itself where it says nothing else,
 * otherwise the actions. Nothing where that would take permissions away that someone may use.
 */
export function moveSessionActions(from: Role, to: Role): readonly Edit[] | undefined {
  const edits = withdraw(from, to);
  if (!edits || edits.length === 0 || edits.some(edit => edit.op !== 'remove')) return edits;
  const granted = allowSessionActions(to, to.sessionActions('implicit deny'));
  return granted && [...granted, ...edits];
}

/** Takes the right to open sessions off an execution role. */
export function revokeSessionActions(from: Role): readonly Edit[] | undefined {
  return withdraw(from, undefined);
}

function withdraw(from: Role, to: Role | undefined): readonly Edit[] | undefined {
  if (!servesOnlyExecution(from)) return undefined;
  const edits: Edit[] = [];
  for (const policy of from.policies()) {
    const isOurs = policy.kind === 'inline' || policy.kind === 'resource';
    const moved = isOurs ? movePolicy(policy, to) : leave(from, policy.at);
    if (!moved) return undefined;
    edits.push(...moved);
  }
  return edits;
}

/** Whether nothing but task definitions use the role, as their execution role, and nobody outside can know its name. */
function servesOnlyExecution(role: Role): boolean {
  const { template } = role.resource;
  const { references, resources } = template.declarations;
  if (references.inOutputs(role.id) || role.resource.find('RoleName').is !== 'absent') return false;
  return references.to(role.id).every(id => {
    const user = resources.get(id);
    if (user?.type.startsWith('AWS::IAM::') && user.type !== 'AWS::IAM::InstanceProfile') return true;
    if (user?.type !== 'AWS::ECS::TaskDefinition') return false;
    const taskRole = template.target(user.at, 'Properties', 'TaskRoleArn');
    return !(taskRole.is === 'known' && taskRole.value.sameAs(role.resource));
  });
}

/** A policy that is not in this template stays; when it allows the session, only a copy is possible. */
function leave(role: Role, at: Place): readonly Edit[] | undefined {
  const decisions = SESSION_ACTIONS.map(action => role.sessionAccess(action));
  return decisions.some(decision => decision.is === 'allowed' && decision.by.includes(at)) ? undefined : [];
}

function movePolicy(
  policy: InlinePolicy | PolicyResource,
  to: Role | undefined,
): readonly Edit[] | undefined {
  const parts = policy.statements.map(partOf);
  if (parts.every(part => part === 'none')) return [];
  if (parts.includes('too much')) return undefined;
  if (parts.every(part => part === 'whole'))
    return policy.kind === 'inline' ? moveItem(policy, to) : repoint(policy, to);
  if (policy.kind === 'resource' && !isAttachedOnce(policy)) return undefined;
  const places = policy.statements.flatMap((statement, i) => placesOf(statement, parts[i]));
  return places.every(isRemovable) ? places.map(remove) : undefined;
}

/** How much of a statement is about sessions; `too much` is a wildcard that covers more. */
type Part = 'none' | 'some' | 'whole' | 'too much';

function partOf(statement: Value<Statement>): Part {
  if (statement.is !== 'known') return 'none';
  const { effect, actions, exceptActions } = statement.value;
  if (effect === 'Deny') return 'none';
  if (exceptActions || actions.some(each => /^(?:\*|s[^:]*\*)/.test(each.text ?? ''))) return 'too much';
  const own = actions.filter(each => isSession(each.text));
  if (own.length === 0) return 'none';
  return own.length === actions.length ? 'whole' : 'some';
}

function isSession(action: string | undefined): boolean {
  return action !== undefined && /^ssmmessages:/i.test(action);
}

function placesOf(statement: Value<Statement>, part: Part | undefined): readonly Place[] {
  if (statement.is !== 'known') return [];
  if (part === 'whole') return [statement.value.at];
  return part === 'some'
    ? statement.value.actions.filter(each => isSession(each.text)).map(each => each.at)
    : [];
}

function moveItem(policy: InlinePolicy, to: Role | undefined): readonly Edit[] | undefined {
  const node = nodeAt(policy.at);
  const removals = takeOut([policy.at]);
  if (!node || !removals || !to) return removals;
  const isElsewhere = policy.at.document !== to.resource.at.document;
  if (isElsewhere && callsFunction(node)) return undefined;
  const nameIsTaken = to.policies().some(each => 'name' in each && each.name === policy.name);
  const granted = nameIsTaken
    ? allowSessionActions(to, to.sessionActions('implicit deny'))
    : addPolicyItem(to, toJson(node), policy.at);
  return granted && [...granted, ...removals];
}

/** Whether a value may mean something else in another template, where a function finds other names. */
function callsFunction(node: Node): boolean {
  if (node.kind === 'scalar') return false;
  if (node.kind === 'sequence') return node.items.some(callsFunction);
  return intrinsic(node) !== undefined || node.entries.some(each => callsFunction(each.value));
}

/** A separate policy that is about sessions only is attached to the task role in place of the execution role. */
function repoint(policy: PolicyResource, to: Role | undefined): readonly Edit[] | undefined {
  if (!to || policy.resource.type === 'AWS::IAM::ManagedPolicy' || !isAttachedOnce(policy)) return undefined;
  if (policy.resource.template.key !== to.resource.template.key) return undefined;
  if (!isRemovable(policy.attachment) && policy.resource.type !== 'AWS::IAM::RolePolicy') return undefined;
  return [set(policy.attachment, { Ref: to.id }), ...dependOn(policy.resource, to)];
}

export function isAttachedOnce(policy: PolicyResource): boolean {
  if (policy.resource.type === 'AWS::IAM::RolePolicy') return true;
  const roles = policy.resource.items('Roles');
  return roles.is === 'known' && roles.value.length === 1;
}
