import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Launcher } from '../../ecs/launchers/launcher.ts';
import { launchers, PASSING_TYPES } from '../../ecs/launchers/launchers.ts';
import { keyNeeds } from '../../ecs/logging/key-permissions.ts';
import { logNeeds, type Need } from '../../ecs/logging/required-permissions.ts';
import { sessionLog } from '../../ecs/logging/session-log.ts';
import type { Role } from '../../ecs/model/role.ts';
import type { TaskDefinition } from '../../ecs/model/task-definition.ts';
import { addResource, type Edit, set } from '../../edit/tree/edit.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Json, JsonObject } from '../../syntax/json-value.ts';
import { EXEC_POLICY } from '../allow-actions.ts';
import {
  inlinePolicy,
  needStatements,
  sessionStatement,
  siblingCondition,
  tasksMayAssume,
  under,
} from '../policy.ts';
import { insertAfter, uniqueLogicalId } from '../unique-names.ts';
import { roleAtHand } from './role-at-hand.ts';
import { roleCustoms } from './role-customs.ts';

/**
 * What a new task role may take away: a complete sentence, or nothing where it is safe. Off Fargate, a container
 * without a task role has the permissions of its instance. A rule or schedule, unlike a service, may only start tasks
 * whose roles it may pass.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CWE_IAM_role.html
 */
export function riskOfTaskRole(launcher: Launcher, definition: TaskDefinition): Sentence | undefined {
  if (launcher.onFargate().is !== 'yes')
    return say`Off Fargate, containers without a task role use the permissions of their instance, and lose them to a task role.`;
  const passing = launchers(definition.resource.template, PASSING_TYPES).find(each => {
    const started = each.taskDefinition();
    return started.is === 'known' && started.value.resource.sameAs(definition.resource);
  });
  return (
    passing &&
    say`\`${passing.id}\` starts the same task definition, and may not be allowed to pass a new role to its tasks.`
  );
}

/** Gives a task definition its task role. */
export interface TaskRoleChange {
  /** The role that is there for it; nothing where a new one is created. */
  readonly role: Role | undefined;
  readonly edits: readonly Edit[];
}

/**
 * The role that was forgotten in a task definition, or a new one with all that its sessions need: to be opened and to
 * be recorded.
 */
export function giveTaskRole(launcher: Launcher, definition: TaskDefinition): TaskRoleChange {
  const role = roleAtHand(definition);
  const refer = (id: string): Edit => set(definition.taskRolePlace(), { 'Fn::GetAtt': [id, 'Arn'] });
  if (role) return { role, edits: [refer(role.id)] };
  const { resource } = definition;
  const { declarations } = resource.template;
  const id = uniqueLogicalId(declarations, `${definition.id}Role`);
  const kin = insertAfter(declarations, 'AWS::IAM::Role', definition.id);
  const created = addResource(resource.at.document, id, newRole(launcher, resource), kin);
  return { role, edits: [created, refer(id)] };
}

function newRole(launcher: Launcher, definition: Resource): JsonObject {
  const policy = inlinePolicy(EXEC_POLICY, [sessionStatement(), ...recordStatements(launcher, definition)]);
  const { Path, PermissionsBoundary } = roleCustoms(definition);
  return {
    Type: 'AWS::IAM::Role',
    ...(definition.condition !== undefined && { Condition: definition.condition }),
    Properties: {
      ...(Path !== undefined && { Path }),
      AssumeRolePolicyDocument: tasksMayAssume(),
      ...(PermissionsBoundary !== undefined && { PermissionsBoundary }),
      Policies: [policy],
    },
  };
}

/** What a role for a task definition has to allow so that sessions are encrypted and recorded. */
function recordStatements(launcher: Launcher, definition: Resource): readonly Json[] {
  const log = sessionLog(launcher);
  const destinations = log.is === 'known' && log.value.mode === 'OVERRIDE' ? log.value.destinations : [];
  const needs = new Map<string | undefined, readonly Need[]>();
  for (const [about, own] of [
    ...destinations.map(each => [each.resource, logNeeds(each)] as const),
    ...keyNeeds(launcher).map(each => [each.key.resource, each.needs] as const),
  ]) {
    if (!needStatements(definition.template, own)) continue;
    const condition = siblingCondition(about, definition);
    needs.set(condition, [...(needs.get(condition) ?? []), ...own]);
  }
  return [...needs].flatMap(([condition, own]) =>
    (needStatements(definition.template, own) ?? []).map(each => under(condition, each)),
  );
}
