import { keyNeeds } from '../ecs/key-needs.ts';
import type { Launcher } from '../ecs/launcher.ts';
import { launchers, PASSING_TYPES } from '../ecs/launchers.ts';
import { logNeeds } from '../ecs/needs.ts';
import { sessionLog } from '../ecs/session-log.ts';
import type { TaskDefinition } from '../ecs/task-definition.ts';
import { addResource, type Edit, set } from '../edit/edit.ts';
import { type Sentence, say } from '../lang/sentence.ts';
import type { Json, JsonObject } from '../syntax/json.ts';
import { SESSION_POLICY } from './grant.ts';
import { keyPolicy, logPolicy } from './log-grant.ts';
import { freeId, kinOf } from './names.ts';
import { inlinePolicy, sessionStatement, tasksMayAssume } from './policy.ts';

/**
 * What a new task role may take away: a complete sentence, or nothing where it is safe. Off Fargate, a container without a
 * task role has the permissions of its instance. A rule or schedule, unlike a service, may only start tasks whose roles it
 * may pass.
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

/** Gives a task definition a role of its own with all that its sessions need: to be opened and to be recorded. */
export function createTaskRole(launcher: Launcher, definition: TaskDefinition): readonly Edit[] {
  const { resource } = definition;
  const { declarations } = resource.template;
  const id = freeId(declarations, `${definition.id}Role`);
  const log = sessionLog(launcher);
  const destinations = log.is === 'known' && log.value.mode === 'OVERRIDE' ? log.value.destinations : [];
  const policies: Json[] = [
    inlinePolicy(SESSION_POLICY, [sessionStatement()]),
    ...destinations.flatMap(each => logPolicy(resource, each, logNeeds(each)) ?? []),
    ...keyNeeds(launcher).flatMap(({ key, needs }) => keyPolicy(resource, key, needs) ?? []),
  ];
  const role: JsonObject = {
    Type: 'AWS::IAM::Role',
    ...(resource.condition !== undefined && { Condition: resource.condition }),
    Properties: { AssumeRolePolicyDocument: tasksMayAssume(), Policies: policies },
  };
  return [
    addResource(resource.at.document, id, role, kinOf(declarations, 'AWS::IAM::Role', definition.id)),
    set(definition.taskRolePlace(), { 'Fn::GetAtt': [id, 'Arn'] }),
  ];
}
