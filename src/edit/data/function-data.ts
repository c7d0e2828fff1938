import type { Json } from '../../syntax/json.ts';
import { longForm } from '../../syntax/tags.ts';

/**
 * A tag and its argument as the long form says it, in which edits speak: `!GetAtt A.B` is `{"Fn::GetAtt": ["A", "B"]}`.
 */
export function functionData(tag: string, argument: Json): Json {
  const isDotted = tag === '!GetAtt' && typeof argument === 'string' && argument.includes('.');
  const parts = isDotted ? /^([^.]*)\.(.*)$/s.exec(argument)?.slice(1) : undefined;
  return { [longForm(tag)]: parts ?? argument };
}
