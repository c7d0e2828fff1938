import { say } from '../../i18n/sentence.ts';
import { isArray, isObject, type Json, property } from '../../syntax/json.ts';
import type { Path } from '../../syntax/place.ts';
import { Refusal } from './edit.ts';
import { NO_ITEM } from './editable-path.ts';

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
  if (!isObject(a) || !isObject(b)) throw new Refusal(say`Two edits want different values for one place.`);
  const merged = Object.entries(b).map(([key, value]) => {
    const earlier = property(a, key);
    return [key, earlier === undefined ? value : merge(earlier, value)] as const;
  });
  return { ...a, ...Object.fromEntries(merged) };
}
