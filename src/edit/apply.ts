import { isArray, isObject, type Json, type JsonObject, property } from '../syntax/json.ts';
import type { Path } from '../syntax/place.ts';
import type { Edit } from './edit.ts';

/**
 * What edits mean: the data that a template is after them. Their paths all speak of the data before, so lists are
 * appended to and values set before anything is taken away, and the last item of a list goes first.
 */
export function apply(data: Json, edits: readonly Edit[]): Json {
  const removals = edits.filter(edit => edit.op === 'remove').map(edit => edit.at.path);
  let result = data;
  for (const edit of edits) {
    if (edit.op === 'set') result = update(result, edit.at.path, () => edit.value);
    if (edit.op === 'append') result = update(result, edit.at.path, old => [...listOf(old), edit.value]);
  }
  return removals.sort(later).reduce<Json>((rest, path) => update(rest, path, () => undefined), result);
}

type Change = (old: Json | undefined) => Json | undefined;

function update(data: Json, path: Path, change: Change): Json {
  return changeAt(data, path, change) ?? null;
}

function changeAt(data: Json | undefined, path: Path, change: Change): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return change(data);
  if (typeof key === 'number') return changeItem(listOf(data), key, rest, change);
  return changeEntry(isObject(data) ? data : {}, key, rest, change);
}

function changeItem(list: readonly Json[], index: number, rest: Path, change: Change): Json {
  return list.flatMap((item, i) => {
    const next = i === index ? changeAt(item, rest, change) : item;
    return next === undefined ? [] : [next];
  });
}

function changeEntry(map: JsonObject, key: string, rest: Path, change: Change): Json {
  const next = changeAt(property(map, key), rest, change);
  const entries = Object.entries(map).filter(([name]) => name !== key || next !== undefined);
  const others = entries.map(([name, value]) => [name, name === key && next !== undefined ? next : value]);
  return Object.fromEntries(
    next === undefined || Object.hasOwn(map, key) ? others : [...others, [key, next]],
  );
}

function listOf(data: Json | undefined): readonly Json[] {
  return isArray(data) ? data : [];
}

/** Orders paths from the end of a template to its start. */
function later(a: Path, b: Path): number {
  const at = a.findIndex((key, i) => key !== b[i]);
  const [one, other] = at < 0 ? [a.length, b.length] : [a[at], b[at]];
  return typeof one === 'number' && typeof other === 'number' ? other - one : 0;
}
