import type { Resource } from '../cfn/resource.ts';
import { SESSION_ACTIONS } from '../ecs/actions.ts';
import type { Need } from '../ecs/needs.ts';
import type { Json, JsonObject } from '../syntax/json.ts';

const VERSION = '2012-10-17';

/** Lets the agent open sessions. `*` is the only resource that these actions are documented for. */
export function sessionStatement(actions: readonly string[] = SESSION_ACTIONS): JsonObject {
  return allow(actions, '*');
}

/** One statement for each resource. */
export function needStatements(needs: readonly Need[]): readonly JsonObject[] {
  const statements = new Map<string, Need>();
  for (const need of needs) {
    const on = JSON.stringify([need.written, need.condition]);
    const earlier = statements.get(on);
    statements.set(on, earlier ? { ...earlier, actions: [...earlier.actions, ...need.actions] } : need);
  }
  return [...statements.values()].map(({ actions, written, condition }) => ({
    ...allow(actions, written),
    ...(condition && { Condition: condition }),
  }));
}

function allow(actions: readonly string[], resource: Json): JsonObject {
  const [only, ...others] = actions;
  return { Effect: 'Allow', Action: others.length > 0 ? actions : (only ?? ''), Resource: resource };
}

export function inlinePolicy(name: string, statements: readonly Json[]): JsonObject {
  return { PolicyName: name, PolicyDocument: { Version: VERSION, Statement: statements } };
}

/** An item of the list of a resource that is only there where another resource is, which the item speaks of. */
export function whereThereIs(other: Resource | undefined, condition: string | undefined, item: Json): Json {
  if (other?.condition === undefined || other.condition === condition) return item;
  return { 'Fn::If': [other.condition, item, { Ref: 'AWS::NoValue' }] };
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
