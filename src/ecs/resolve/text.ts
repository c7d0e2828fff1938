import { hasPlaceholder } from '../../cfn/functions/placeholder.ts';
import type { Template } from '../../cfn/scenario/template.ts';
import { andThen, known, unknown, type Value } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import type { Place } from '../../syntax/place.ts';

/** The text at a place, once it is known what it will be when deployed. */
export function textAt(template: Template, found: Value<Place>): Value<string> {
  return andThen(found, place =>
    andThen(template.read(place), (value, at): Value<string> => {
      if (typeof value === 'object') return unknown(say`it is not text`, at);
      const text = String(value);
      return hasPlaceholder(text) ? unknown(say`it is only known once it is deployed`, at) : known(text, at);
    }),
  );
}
