import type { Resource } from '../cfn/scenario/resource.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import type { Need } from '../ecs/logging/required-permissions.ts';
import { SESSION_ACTIONS } from '../ecs/model/actions.ts';
import { TASKS } from '../ecs/model/role.ts';
import { ASSUME_ROLE } from '../iam/trust-policy.ts';
import type { Json, JsonObject } from '../syntax/json-value.ts';

const VERSION = '2012-10-17';

/** Lets the agent open sessions. `*` is the only resource that these actions are documented for. */
export function sessionStatement(actions: readonly string[] = SESSION_ACTIONS): JsonObject {
  return allow(actions, '*');
}

/** One statement for each resource; nothing where the template cannot name one. */
export function needStatements(
  template: Template,
  needs: readonly Need[],
): readonly JsonObject[] | undefined {
  const statements = new Map<
    string,
    { readonly need: Need; readonly on: Json; readonly actions: readonly string[] }
  >();
  for (const need of needs) {
    const isAtHome = template.key === need.template.key || need.written === '*';
    const on = isAtHome ? need.written : need.writtenElsewhere;
    if (on === undefined) return undefined;
    const key = JSON.stringify([on, on === '*' && need.condition]);
    const earlier = statements.get(key)?.actions ?? [];
    statements.set(key, { need, on, actions: [...new Set([...earlier, ...need.actions])] });
  }
  return [...statements.values()].map(({ need, on, actions }) => ({
    ...allow(actions, on),
    ...(on === '*' && need.condition && { Condition: need.condition }),
  }));
}

function allow(actions: readonly string[], resource: Json): JsonObject {
  const [only, ...others] = actions;
  return { Effect: 'Allow', Action: others.length > 0 ? actions : (only ?? ''), Resource: resource };
}

export function inlinePolicy(name: string, statements: readonly Json[]): JsonObject {
  return { PolicyName: name, PolicyDocument: { Version: VERSION, Statement: statements } };
}

/** An item in a list of `owner` that is only there where another resource is, which the item speaks of. */
export function onlyIfResource(other: Resource | undefined, owner: Resource, item: Json): Json {
  return under(siblingCondition(other, owner), item);
}

/** The condition of another resource of the template, unless it is there whenever `owner` is. */
export function siblingCondition(other: Resource | undefined, owner: Resource): string | undefined {
  if (other?.condition === owner.condition || other?.template.key !== owner.template.key) return undefined;
  return other.condition;
}

/** An item in a list that is only there under a condition. */
export function under(condition: string | undefined, item: Json): Json {
  return condition === undefined ? item : { 'Fn::If': [condition, item, { Ref: 'AWS::NoValue' }] };
}

/** Lets ECS tasks have the role: who may assume it. */
export function tasksMayAssume(): JsonObject {
  return { Version: VERSION, Statement: [trustStatement()] };
}

export function trustStatement(): JsonObject {
  return { Effect: 'Allow', Principal: { Service: TASKS }, Action: ASSUME_ROLE };
}
