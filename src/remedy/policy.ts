import { ASSUME_ROLE } from '../cfn/policy/trust.ts';
import { SESSION_ACTIONS } from '../ecs/actions.ts';
import type { Need } from '../ecs/needs.ts';
import { TASKS } from '../ecs/role.ts';
import type { Json, JsonObject } from '../syntax/json.ts';

const VERSION = '2012-10-17';

/** Lets the agent open sessions. `*` is the only resource that these actions are documented for. */
export function sessionStatement(actions: readonly string[] = SESSION_ACTIONS): JsonObject {
  return allow(actions, '*');
}

export function needStatement(need: Need): JsonObject {
  return allow(need.actions, need.written);
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
  return { Version: VERSION, Statement: [trustStatement()] };
}

export function trustStatement(): JsonObject {
  return { Effect: 'Allow', Principal: { Service: TASKS }, Action: ASSUME_ROLE };
}
