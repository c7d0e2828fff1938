import { say } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { unknown, type Value } from '../value.ts';
import { replaceInBraces } from './braces.ts';
import type { Read } from './find-in-map.ts';
import { bind, text } from './intrinsic.ts';
import { textValue } from './text-value.ts';

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
