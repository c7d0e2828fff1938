import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json.ts';
import type { Place } from '../../syntax/place.ts';
import { known, unknown, type Value } from '../value.ts';
import { hasDynamicReference } from './dynamic-reference.ts';

/** Longer than anything that a template may hold; functions in functions could go on to fill the memory. */
const LONGEST = 500_000;

/** What is written, or was computed; a text in it may be a reference to a store that is read when it is deployed. */
export function textValue(value: Json, at: Place, unsure?: Sentence): Value<Json> {
  if (typeof value !== 'string') return known(value, at, unsure);
  if (value.length > LONGEST) return unknown(say`it is too long`, at);
  return hasDynamicReference(value) ? unknown(say`it is a dynamic reference`, at) : known(value, at, unsure);
}
