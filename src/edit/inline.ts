import { isArray, isObject, type Json, type JsonObject } from '../syntax/json.ts';
import { shortForm } from '../syntax/tags.ts';
import { type Quote, scalarText } from './scalar-text.ts';

/** How values are written that stay on one line. */
export interface Inline {
  readonly json: boolean;
  readonly quote: Quote;
  /** Functions as tags. */
  readonly short: boolean;
  readonly comma: ',' | ', ';
  readonly colon: ':' | ': ' | ' : ';
}

/** A value on one line: JSON, or YAML's flow style. */
export function inlineText(value: Json, style: Inline): string {
  if (isArray(value)) return `[${value.map(item => inlineText(item, style)).join(style.comma)}]`;
  if (!isObject(value)) return inlineScalar(value, style);
  const tagged = taggedText(value, style);
  if (tagged !== undefined) return tagged;
  return `{${Object.entries(value)
    .map(([key, item]) => inlinePair(key, inlineText(item, style), style))
    .join(style.comma)}}`;
}

export function inlinePair(key: string, value: string, style: Inline): string {
  return inlineScalar(key, style) + style.colon + value;
}

export function inlineScalar(value: string | number | boolean | null, style: Inline): string {
  return style.json ? JSON.stringify(value) : scalarText(value, style.quote);
}

/**
 * A function as a tag, where tags are in use and its argument allows it: a tag cannot stand before another tag, nor
 * before the map of a long form.
 */
export function taggedText(value: JsonObject, style: Inline): string | undefined {
  const [only, ...others] = Object.entries(value);
  const tag = only && others.length === 0 && style.short && !style.json ? shortForm(only[0]) : undefined;
  if (!only || tag === undefined) return undefined;
  const argument = only[1];
  if (isArray(argument)) {
    const isDotted = tag === '!GetAtt' && argument.every(part => typeof part === 'string');
    return isDotted
      ? `${tag} ${scalarText(argument.join('.'), style.quote)}`
      : `${tag} ${inlineText(argument, style)}`;
  }
  return isObject(argument) ? undefined : `${tag} ${inlineScalar(argument, style)}`;
}

/** JSON over several lines; `indent` is that of the line on which it begins. */
export function prettyJson(value: Json, unit: string, indent: string, eol: string): string {
  return JSON.stringify(value, null, unit).replaceAll('\n', eol + indent);
}
