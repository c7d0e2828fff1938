import { intrinsic, text } from '../cfn/functions/intrinsic.ts';
import type { Template } from '../cfn/scenario/template.ts';
import { andThen, known, unknown, type Value } from '../cfn/value.ts';
import { say } from '../i18n/sentence.ts';
import { isArray, type Json } from '../syntax/json.ts';
import { nodeAt, type Path, type Place } from '../syntax/place.ts';

const LIST_TYPE = /^(?:CommaDelimitedList$|List<)/;

/**
 * The texts of a list, with placeholders; one text where IAM takes one or many. In a list that a function computes
 * every text has the place of the list; one that rests on a parameter's default is not known.
 */
export function stringList(template: Template, from: Place, ...keys: Path): Value<readonly Value<string>[]> {
  const items = template.items(from, ...keys);
  if (items.is === 'absent') return items;
  if (items.is === 'known' && items.unsure === undefined) {
    const texts = items.value.map(at => andThen(template.symbolicWithImports(at), textOf));
    return known(texts, items.at);
  }
  const list = template.symbolicWithImports(from, ...keys);
  if (list.is === 'known') return known(computed(template, list.value, list.at), list.at);
  return items.is === 'known' ? unknown(items.unsure ?? say``, items.at) : items;
}

function computed(template: Template, list: Json, at: Place): readonly Value<string>[] {
  if (typeof list === 'string' && isListParameter(template, at)) return split(list, at);
  const parts = isArray(list) ? list : [list];
  return parts.map(part => textOf(part, at));
}

function textOf(value: Json, at: Place): Value<string> {
  return typeof value === 'object' ? unknown(say`it is not text`, at) : known(String(value), at);
}

/** The value that is given for a parameter that is a list is one text. */
function split(list: string, at: Place): readonly Value<string>[] {
  return list.split(',').map(part => known(part.trim(), at));
}

function isListParameter(template: Template, at: Place): boolean {
  const call = intrinsic(nodeAt(at));
  const name = call?.name === 'Ref' ? text(call.argument) : undefined;
  const parameter = name === undefined ? undefined : template.declarations.parameters.get(name);
  return parameter !== undefined && LIST_TYPE.test(parameter.type);
}
