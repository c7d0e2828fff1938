import type { Resource } from '../../cfn/scenario/resource.ts';
import { referencesIn } from '../../cfn/template/reference.ts';
import { servicesRunning } from '../../ecs/launchers/launchers.ts';
import { SESSION_ACTIONS } from '../../ecs/model/actions.ts';
import { Role } from '../../ecs/model/role.ts';
import { TaskDefinition } from '../../ecs/model/task-definition.ts';
import type { Node } from '../../syntax/node.ts';
import { nodeAt } from '../../syntax/place.ts';

/**
 * The role that is there for the tasks of a definition, and that somebody only forgot to name in it: tasks may assume
 * it, nothing else has it, and no other role or definition could be meant.
 */
export function roleAtHand(definition: TaskDefinition): Role | undefined {
  const roles = definition.resource.template
    .resources('AWS::IAM::Role')
    .map(resource => new Role(resource))
    .filter(role => isForgotten(role, definition));
  const rivals = definitionsWithoutRole(definition);
  const named = roles.filter(role => stem(role.id) !== '' && stem(role.id) === stem(definition.id));
  if (named.length === 1 && rivals.every(each => stem(each.id) !== stem(definition.id))) return named[0];
  if (rivals.length > 0) return undefined;
  const granted = roles.filter(allowsSession);
  const [only, another] = granted.length === 1 ? granted : roles;
  return only && !another && (granted.includes(only) || mayBeNamedAfter(only, definition)) ? only : undefined;
}

/** Whether tasks may have the role, in all scenarios that the definition is in, and nothing else has it. */
function isForgotten(role: Role, { resource }: TaskDefinition): boolean {
  const { at, condition, template } = role.resource;
  const { references } = template.declarations;
  return (
    at.iteration === undefined &&
    (condition === undefined || condition === resource.condition) &&
    role.assumableByTasks().is === 'yes' &&
    role.sessionActions('explicit deny').length === 0 &&
    !isForExecution(role) &&
    !isUsed(role) &&
    !references.reaches(role.id, resource.id)
  );
}

/** Policies speak of a role, and something may wait for it; whatever else mentions it has it. */
function isUsed({ id, resource }: Role): boolean {
  const { declarations } = resource.template;
  if (declarations.references.inOutputs(id)) return true;
  const users = declarations.references.to(id).flatMap(each => resource.template.resource(each) ?? []);
  return (
    users.some(user => !SPEAKING.test(user.type) && refersTo(nodeAt(user.declared()), id)) ||
    definitionsOf(resource).some(definition =>
      [definition.taskRole(), definition.executionRole()].some(
        each => each.is === 'known' && each.value.resource.sameAs(resource),
      ),
    )
  );
}

/** What may speak of a role without having it. */
const SPEAKING = /^AWS::IAM::(?!InstanceProfile$)|Policy$|^AWS::KMS::Key$/;

function refersTo(node: Node | undefined, id: string): boolean {
  if (referencesIn(node, undefined).some(each => each.id === id)) return true;
  if (node?.kind === 'sequence') return node.items.some(item => refersTo(item, id));
  return node?.kind === 'mapping' && node.entries.some(({ value }) => refersTo(value, id));
}

/** An execution role is assumed by tasks too. */
function isForExecution(role: Role): boolean {
  const name = role.resource.symbolic('RoleName');
  const names = [role.id, name.is === 'known' ? String(name.value) : ''];
  const isNamedSo = names.some(each => /execution/i.test(each));
  const hasPolicy = role
    .policies()
    .some(policy => policy.kind === 'aws' && policy.name === 'AmazonECSTaskExecutionRolePolicy');
  return isNamedSo || (hasPolicy && !allowsSession(role));
}

function allowsSession(role: Role): boolean {
  return role.sessionActions('allowed').length === SESSION_ACTIONS.length;
}

/** The other definitions that services run without a task role. */
function definitionsWithoutRole({ id, resource }: TaskDefinition): readonly TaskDefinition[] {
  return definitionsOf(resource).filter(
    each => each.id !== id && each.taskRole().is === 'absent' && servicesRunning(each).length > 0,
  );
}

function definitionsOf({ template }: Resource): readonly TaskDefinition[] {
  const types = ['AWS::ECS::TaskDefinition', 'AWS::ECS::DaemonTaskDefinition'];
  return types.flatMap(type => template.resources(type).map(each => new TaskDefinition(each)));
}

function mayBeNamedAfter(role: Role, definition: TaskDefinition): boolean {
  const [one, other] = [stem(role.id), stem(definition.id)];
  return one.includes(other) || other.includes(one);
}

/** What is left of a logical id without the words that say what it is. */
function stem(id: string): string {
  return id
    .toLowerCase()
    .replace(/task|definition|role|ecs|fargate|iam|exec|container|service|app(?:lication)?/g, '');
}
