import { say } from '../../i18n/sentence.ts';
import { embed } from '../../syntax/embed.ts';
import { isArray, isObject, type Json } from '../../syntax/json-value.ts';
import { child, type Place } from '../../syntax/place.ts';
import { hasPlaceholder, onlyPlaceholder, substituted } from '../functions/placeholder.ts';
import { andThen, known, unknown, type Value } from '../value.ts';
import type { Template } from './scenario-template.ts';

/**
 * The items of a list that a function computes. They are written nowhere, so they get a document of their own, which
 * stands where the function does; nothing in it can be edited. A text that is computed is the one item.
 */
export function computedItems(template: Template, at: Place): Value<readonly Place[]> {
  const value = template.read(at);
  return andThen(value.is === 'unknown' ? template.symbolic(at) : value, (list): Value<readonly Place[]> => {
    if (isText(list)) return known([at], at);
    const written = isArray(list) ? embed(at, JSON.stringify(list.map(asWritten))) : undefined;
    if (isArray(list) && written)
      return known(
        list.map((_, i) => child(written, i)),
        at,
      );
    return value.is === 'unknown' ? value : unknown(say`it is not a list`, at);
  });
}

/** What is but one reference may be a list once deployed. */
function isText(value: Json): boolean {
  return typeof value !== 'object' && onlyPlaceholder(String(value)) === undefined;
}

/** As a template writes it: placeholders become an `Fn::Sub`. */
function asWritten(value: Json): Json {
  if (isArray(value)) return value.map(asWritten);
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asWritten(each)]));
  if (typeof value !== 'string' || !hasPlaceholder(value)) return value;
  return { 'Fn::Sub': substituted(value.replaceAll('${', '${!')) };
}
