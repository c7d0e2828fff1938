import * as cloudformation from 'cloudformation-js-yaml-schema';
import jsYaml from 'js-yaml';
import type { Json } from '../../syntax/json-value.ts';
import { longForm } from '../../syntax/tags.ts';

/**
 * Reads a template with js-yaml 3. The tags are built here from those that the text holds, for all kinds of node: the
 * schema that `cloudformation-js-yaml-schema` exports lacks some, and it stands on js-yaml's full schema, which runs
 * code that a template may hold (`!!js/function`).
 */
export function readWithJsYaml(text: string): Json {
  const tags = [...new Set([...text.matchAll(/![A-Za-z][\w:.-]*/g)].map(([tag]) => tag.slice(1)))];
  const kinds = { scalar: tags, sequence: tags, mapping: tags };
  const schema = jsYaml.Schema.create(jsYaml.DEFAULT_SAFE_SCHEMA, cloudformation.build(kinds, jsYaml));
  return toData(jsYaml.load(text, { schema }));
}

function toData(value: unknown): Json {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toData);
  if (typeof value === 'object' && value !== null) {
    if (isTagged(value)) return functionData(`!${value.name}`, toData(value.data));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toData(item)]));
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}

/** A map of the template may well have these keys; but it is made by no constructor. */
function isTagged(value: object): value is { readonly name: string; readonly data: unknown } {
  return Object.getPrototypeOf(value) !== Object.prototype && 'name' in value && 'data' in value;
}

/**
 * A tag and its argument as the long form says it, in which edits speak: `!GetAtt A.B` is `{"Fn::GetAtt": ["A", "B"]}`.
 */
export function functionData(tag: string, argument: Json): Json {
  const isDotted = tag === '!GetAtt' && typeof argument === 'string' && argument.includes('.');
  const parts = isDotted ? /^([^.]*)\.(.*)$/s.exec(argument)?.slice(1) : undefined;
  return { [longForm(tag)]: parts ?? argument };
}
