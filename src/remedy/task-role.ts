import { logNeeds } from '../ecs/needs.ts';
import type { Service } from '../ecs/service.ts';
import { sessionLog } from '../ecs/session-log.ts';
import type { TaskDefinition } from '../ecs/task-definition.ts';
import { addResource, type Edit, set } from '../edit/edit.ts';
import type { Json, JsonObject } from '../syntax/json.ts';
import { SESSION_POLICY } from './grant.ts';
import { logPolicy } from './log-grant.ts';
import { freeId, kinOf } from './names.ts';
import { inlinePolicy, sessionStatement, tasksMayAssume } from './policy.ts';

/** Gives a task definition a role of its own with all that its sessions need: to be opened and to be recorded. */
export function createTaskRole(service: Service, definition: TaskDefinition): readonly Edit[] {
  const { resource } = definition;
  const { declarations } = resource.template;
  const id = freeId(declarations, `${definition.id}Role`);
  const log = sessionLog(service);
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
    addResource(resource.at.document, id, role, kinOf(declarations, 'AWS::IAM::Role', definition.id)),
    set(resource.place('TaskRoleArn'), { 'Fn::GetAtt': [id, 'Arn'] }),
  ];
}
