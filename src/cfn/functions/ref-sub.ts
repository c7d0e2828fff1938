import { say } from '../../i18n/sentence.ts';
import { isArray, type Json, scalarText } from '../../syntax/json-value.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { andThen, known, unknown, type Value } from '../value.ts';
import { replaceInBraces } from './braces.ts';
import { textValue } from './dynamic-reference.ts';
import { type EvaluationContext, keepsPlaceholders, type Mode } from './evaluation-context.ts';
import type { Read } from './find-in-map.ts';
import { bind, text } from './intrinsic.ts';
import { members } from './parameters.ts';
import { display, hasPlaceholder, placeholder } from './placeholder.ts';

/** What a `Ref` gives: the identifier of a loop, a parameter, or what is only known once deployed. */
export function evaluateRef(context: EvaluationContext, mode: Mode, id: Json, at: Place): Value<Json> {
  const name = scalarText(id);
  if (name === undefined) return unknown(say`its \`Ref\` is not complete`, at);
  const own = at.iteration?.names.get(name);
  if (own !== undefined) return known(own, at, at.iteration?.unsure);
  const parameter = context.parameter(name, mode, at);
  if (!parameter) return deployed(context, mode, name, at);
  if (!context.declarations.parameters.get(name)?.isList) return parameter;
  return andThen(parameter, (list): Value<Json> => {
    if (!hasPlaceholder(list)) return known(members(list), at);
    const split = context.split(list, ',')?.map(each => each.trim());
    return split ? known(split, at) : unknown(say`the list \`${name}\` is not known`, at);
  });
}

/** What an `Fn::GetAtt` gives, whose argument is one text or two. */
export function evaluateGetAtt(
  context: EvaluationContext,
  mode: Mode,
  written: Json,
  at: Place,
): Value<Json> {
  const parts = isArray(written) ? written : [written];
  if (!parts.every(part => typeof part === 'string'))
    return unknown(say`its \`Fn::GetAtt\` is not complete`, at);
  const name = parts.join('.');
  return deployed(context, mode, name.includes('.') ? name : `${name}.`, at);
}

function deployed(context: EvaluationContext, mode: Mode, name: string, at: Place): Value<Json> {
  const output = context.output(name, mode, at);
  if (output) return output;
  if (keepsPlaceholders(mode) && !hasPlaceholder(name)) return known(placeholder(name), at);
  return unknown(say`\`${display(name)}\` is only known once it is deployed`, at);
}

/**
 * `Fn::Sub`, given what reads its own variables and what a name stands for that is none of them.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
 */
export function substitute(
  read: Read,
  refer: (name: string) => Value<Json>,
  [written, variables]: readonly Place[],
  at: Place,
): Value<Json> {
  const pattern = text(written && nodeAt(written));
  if (pattern === undefined) return unknown(say`its \`Fn::Sub\` is not complete`, at);
  const bound = bind(pattern, at.iteration);
  const values = new Map<string, Value<Json>>();
  let failure: Value<Json> | undefined;
  let unsure = bound === pattern ? undefined : at.iteration?.unsure;
  const result = replaceInBraces(bound, /\$\{(!?)([^}]*)\}/g, (_, literal = '', name = '') => {
    if (literal) return `\${${name}}`;
    const value = values.get(name) ?? variable(name.trim());
    values.set(name, value);
    if (value.is !== 'known' || typeof value.value === 'object') {
      failure ??= value.is === 'unknown' ? value : unknown(say`\`${name}\` is not text`, at);
      return '';
    }
    unsure ??= value.unsure;
    return String(value.value);
  });
  return failure ?? textValue(result, at, unsure);

  function variable(name: string): Value<Json> {
    const own = variables && child(variables, name);
    return own && nodeAt(own) ? read(own) : refer(name);
  }
}
