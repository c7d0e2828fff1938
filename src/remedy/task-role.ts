import type { Launcher } from '../ecs/launcher.ts';
import { logNeeds } from '../ecs/needs.ts';
import { sessionLog } from '../ecs/session-log.ts';
import type { TaskDefinition } from '../ecs/task-definition.ts';
import { addResource, type Edit, set } from '../edit/edit.ts';
import type { Json, JsonObject } from '../syntax/json.ts';
import { SESSION_POLICY } from './grant.ts';
import { logPolicy } from './log-grant.ts';
import { freeId } from './names.ts';
import { inlinePolicy, sessionStatement, tasksMayAssume } from './policy.ts';

/** Gives a task definition a role of its own with all that its sessions need: to be opened and to be recorded. */
export function createTaskRole(launcher: Launcher, definition: TaskDefinition): readonly Edit[] {
  const { resource } = definition;
  const id = freeId(resource.template.declarations, `${definition.id}Role`);
  const log = sessionLog(launcher);
  const destinations = log.is === 'known' && log.value.mode === 'OVERRIDE' ? log.value.destinations : [];
  const policies: Json[] = [
    inlinePolicy(SESSION_POLICY, [sessionStatement()]),
    ...destinations.map(each => logPolicy(each, logNeeds(each))),
  ];
  const role: JsonObject = {
    Type: 'AWS::IAM::Role',
    ...(resource.condition !== undefined && { Condition: resource.condition }),
    Properties: { AssumeRolePolicyDocument: tasksMayAssume(), Policies: policies },
  };
  return [
    addResource(resource.at.document, id, role),
    set(definition.taskRolePlace(), { 'Fn::GetAtt': [id, 'Arn'] }),
  ];
}
