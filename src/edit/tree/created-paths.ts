import { say } from '../../i18n/sentence.ts';
import type { Document } from '../../syntax/document.ts';
import { isArray, isObject, type Json, property } from '../../syntax/json-value.ts';
import { type Path, step } from '../../syntax/place.ts';
import { type Edit, Refusal } from './edit.ts';
import { NO_ITEM } from './editable-path.ts';
import { isVacant } from './nodes.ts';

/**
 * What edits would bring into being on their way, or fill: two sets of edits that share one of these would each make
 * it, so the second has to wait until it is there.
 */
export function createdPaths(document: Document, edits: readonly Edit[]): readonly string[] {
  return edits.flatMap(edit => {
    if (edit.op === 'remove') return [];
    if (edit.op === 'rename') return [JSON.stringify([...edit.at.path.slice(0, -1), edit.key])];
    let node = document.root;
    for (const [depth, key] of edit.at.path.entries()) {
      const next = isVacant(node) ? undefined : step(node, key);
      if (!next) return [JSON.stringify(edit.at.path.slice(0, isVacant(node) ? depth : depth + 1))];
      node = next;
    }
    return edit.op === 'append' && !isVacant(node) ? [] : [JSON.stringify(edit.at.path)];
  });
}

/** A value inside the maps that lead to it. */
export function nest(keys: Path, value: Json): Json {
  return keys.reduceRight<Json>((inner, key) => {
    if (typeof key !== 'string') throw new Refusal(NO_ITEM);
    return { [key]: inner };
  }, value);
}

/** What two edits write together into one place that is new. */
export function merge(a: Json, b: Json): Json {
  if (isArray(a) && isArray(b)) return [...a, ...b];
  if (!isObject(a) || !isObject(b)) throw new Refusal(say`Two edits set different values at the same place.`);
  const merged = Object.entries(b).map(([key, value]) => {
    const earlier = property(a, key);
    return [key, earlier === undefined ? value : merge(earlier, value)] as const;
  });
  return { ...a, ...Object.fromEntries(merged) };
}
