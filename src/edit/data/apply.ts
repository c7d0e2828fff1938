import { isArray, isObject, type Json, type JsonObject } from '../../syntax/json-value.ts';
import type { Edit } from '../tree/edit.ts';

/**
 * What edits mean: the data that a template is after them. Their paths all speak of the data before, so lists are
 * appended to and values set before anything is taken away. Takes one walk, however many edits there are.
 */
export function apply(data: Json, edits: readonly Edit[]): Json {
  const root = new Plan();
  for (const edit of edits) {
    const plan = edit.at.path.reduce<Plan>((at, key) => at.child(key), root);
    if (edit.op === 'set') plan.value = edit.value;
    else if (edit.op === 'append') plan.appended.push(edit.value);
    else if (edit.op === 'rename') plan.name = edit.key;
    else plan.removed = true;
  }
  return root.removed ? null : (change(data, root) ?? null);
}

/** What happens at one place and below it. */
class Plan {
  value: Json | undefined;
  readonly appended: Json[] = [];
  removed = false;
  /** The key that it gets. */
  name: string | undefined;
  readonly keys = new Map<string, Plan>();
  readonly indices = new Map<number, Plan>();

  child(key: string | number): Plan {
    return typeof key === 'number' ? reach(this.indices, key) : reach(this.keys, key);
  }
}

function reach<K>(plans: Map<K, Plan>, key: K): Plan {
  const plan = plans.get(key) ?? new Plan();
  plans.set(key, plan);
  return plan;
}

function change(old: Json | undefined, plan: Plan): Json | undefined {
  const value = plan.value === undefined ? old : plan.value;
  if (plan.keys.size > 0) return changeMap(isObject(value) ? value : {}, plan.keys);
  if (plan.indices.size > 0 || plan.appended.length > 0) return changeList(isArray(value) ? value : [], plan);
  return value;
}

function changeMap(map: JsonObject, plans: ReadonlyMap<string, Plan>): Json {
  const changed = new Map(Object.entries(map));
  for (const [key, plan] of plans) {
    const value = plan.removed ? undefined : change(changed.get(key), plan);
    if (value === undefined || plan.name !== undefined) changed.delete(key);
    if (value !== undefined) changed.set(plan.name ?? key, value);
  }
  return Object.fromEntries(changed);
}

function changeList(list: readonly Json[], { indices, appended }: Plan): Json {
  const changed = list.flatMap((item, i) => {
    const plan = indices.get(i);
    const value = plan?.removed ? undefined : plan ? change(item, plan) : item;
    return value === undefined ? [] : [value];
  });
  return [...changed, ...appended];
}
