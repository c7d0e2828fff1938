import { say } from '../../i18n/sentence.ts';
import { isArray, type Json, scalarText } from '../../syntax/json.ts';
import type { Place } from '../../syntax/place.ts';
import { andThen, known, unknown, type Value } from '../value.ts';
import { members } from './parameters.ts';
import { display, hasReference, reference } from './reference.ts';
import { hasMarks, type Mode, type Source } from './source.ts';

/** What a `Ref` gives: the identifier of a loop, a parameter, or what is only known once deployed. */
export function referred(source: Source, mode: Mode, id: Json, at: Place): Value<Json> {
  const name = scalarText(id);
  if (name === undefined) return unknown(say`its \`Ref\` is not complete`, at);
  const own = at.turn?.names.get(name);
  if (own !== undefined) return known(own, at, at.turn?.unsure);
  const parameter = source.parameter(name, mode, at);
  if (!parameter) return deployed(source, mode, name, at);
  if (!source.declarations.parameters.get(name)?.isList) return parameter;
  return andThen(parameter, (list): Value<Json> => {
    if (!hasReference(list)) return known(members(list), at);
    return unknown(say`the list \`${name}\` is not known`, at);
  });
}

/** What an `Fn::GetAtt` gives, whose argument is one text or two. */
export function attribute(source: Source, mode: Mode, written: Json, at: Place): Value<Json> {
  const parts = isArray(written) ? written : [written];
  if (!parts.every(part => typeof part === 'string'))
    return unknown(say`its \`Fn::GetAtt\` is not complete`, at);
  const name = parts.join('.');
  return deployed(source, mode, name.includes('.') ? name : `${name}.`, at);
}

function deployed(source: Source, mode: Mode, name: string, at: Place): Value<Json> {
  const output = source.output(name, mode, at);
  if (output) return output;
  if (hasMarks(mode) && !hasReference(name)) return known(reference(name), at);
  return unknown(say`\`${display(name)}\` is only known once it is deployed`, at);
}
