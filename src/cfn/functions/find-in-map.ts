import { say } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json-value.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { andThen, known, orUnknown, unknown, type Value } from '../value.ts';
import { textValue } from './dynamic-reference.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import type { Mappings } from './mappings.ts';
import { hasPlaceholder } from './placeholder.ts';
import { select } from './pure-functions.ts';

/** Reads an argument of a function as text. */
export type Read = (at: Place) => Value<Json>;

/**
 * `Fn::FindInMap`. A deploy in which a key is missing is rejected, so where all keys lead to one value, that is the
 * value.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html
 */
export function findInMap(mappings: Mappings, read: Read, items: readonly Place[], at: Place): Value<Json> {
  if (items.length < 3) return unknown(say`its \`Fn::FindInMap\` is not complete`, at);
  const keys = items.slice(0, 3).map(read);
  const written = items[3] && child(items[3], 'DefaultValue');
  const fallback = written && nodeAt(written) ? written : undefined;
  const common = fallback ? undefined : agreement(mappings, keys);
  if (common !== undefined) return found(common, at);
  const [map, first, second] = keys.map(keyOf);
  if (map === undefined || first === undefined || second === undefined)
    return (
      keys.find(key => key.is === 'unknown') ?? unknown(say`its keys depend on where it is deployed`, at)
    );
  const value = mappings.value(map, first, second);
  const unsure = keys.flatMap(key => (key.is === 'known' ? (key.unsure ?? []) : []))[0];
  return andThen(known(value, at, unsure), (): Value<Json> => {
    if (value !== undefined) return found(value, at);
    return fallback ? read(fallback) : unknown(say`the mapping \`${map}\` has no such key`, at);
  });
}

function agreement(mappings: Mappings, keys: readonly Value<Json>[]): Json | undefined {
  const lasting = keys.map(key => (key.is === 'known' && key.unsure === undefined ? keyOf(key) : undefined));
  const [map, first, second] = lasting;
  if (map === undefined || (first !== undefined && second !== undefined)) return undefined;
  return mappings.common(map, first, second);
}

function keyOf(key: Value<Json>): string | undefined {
  const isText = key.is === 'known' && typeof key.value === 'string' && !hasPlaceholder(key.value);
  return isText ? String(key.value) : undefined;
}

function found(value: Json, at: Place): Value<Json> {
  const texts = [value].flat().map(each => textValue(each, at));
  return texts.find(each => each.is === 'unknown') ?? known(value, at);
}

/**
 * `Fn::Select`: only the item that is chosen has to be known. One left out before it would move it to another index.
 */
export function selectItem(
  context: EvaluationContext,
  read: Read,
  [index, list]: readonly Place[],
  at: Place,
): Value<Json> {
  if (!index || !list) return unknown(say`its \`Fn::Select\` is not complete`, at);
  return andThen(read(index), i =>
    andThen(context.find(list), (place): Value<Json> => {
      const node = nodeAt(place);
      if (node?.kind !== 'sequence') return andThen(read(place), all => orUnknown(select([i, all]), at));
      const chosen = select([i, [...node.items.keys()]]);
      if (typeof chosen !== 'number') return orUnknown<Json>(undefined, at);
      const before = node.items.slice(0, chosen).map((_, j) => context.find(child(place, j)));
      return before.every(each => each.is === 'known')
        ? read(child(place, chosen))
        : orUnknown<Json>(undefined, at);
    }),
  );
}
