import type { Template } from '../cfn/template.ts';
import { SESSION_ACTIONS } from '../ecs/actions.ts';
import type { Need } from '../ecs/needs.ts';
import type { Json, JsonObject } from '../syntax/json.ts';

const VERSION = '2012-10-17';

/** Lets the agent open sessions. `*` is the only resource that these actions are documented for. */
export function sessionStatement(actions: readonly string[] = SESSION_ACTIONS): JsonObject {
  return allow(actions, '*');
}

/** Nothing where the template cannot name what is needed. */
export function needStatement(template: Template, need: Need): JsonObject | undefined {
  const isAtHome = template.key === need.template.key || need.written === '*';
  const resource = isAtHome ? need.written : need.writtenElsewhere;
  return resource === undefined ? undefined : allow(need.actions, resource);
}

function allow(actions: readonly string[], resource: Json): JsonObject {
  const [only, ...others] = actions;
  return { Effect: 'Allow', Action: others.length > 0 ? actions : (only ?? ''), Resource: resource };
}

export function inlinePolicy(name: string, statements: readonly Json[]): JsonObject {
  return { PolicyName: name, PolicyDocument: { Version: VERSION, Statement: statements } };
}

/** Lets ECS tasks have the role: who may assume it. */
export function tasksMayAssume(): JsonObject {
  return {
    Version: VERSION,
    Statement: [
      { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
  };
}
