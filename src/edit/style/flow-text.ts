import { isArray, isObject, type Json, type JsonObject } from '../../syntax/json-value.ts';
import { shortForm } from '../../syntax/tags.ts';
import { keyText, scalarText, type TextStyle, valueText } from './scalar-text.ts';

/** How values are written that stand in brackets: JSON, or YAML's flow style. */
export interface FlowStyle {
  readonly json: boolean;
  readonly text: TextStyle;
  /** Functions as tags. */
  readonly short: boolean;
  readonly comma: ',' | ', ';
  readonly colon: ':' | ': ' | ' : ';
  readonly mapPad: '' | ' ';
  readonly listPad: '' | ' ';
  /** Whether a value is written on one line where others have lines of their own. */
  readonly staysOnLine: (value: Json) => boolean;
}

/** Where brackets open up into lines. */
export interface Opening {
  /** The indentation of the line on which a value begins, and what each level adds to it. */
  readonly indent: string;
  readonly unit: string;
}

/** What is longer does not stay on a line. */
export const WIDEST = 80;

/** A value on one line. */
export function inlineText(value: Json, style: FlowStyle): string {
  if (isArray(value))
    return brackets(
      '[',
      ']',
      value.map(item => inlineText(item, style)),
      style,
    );
  if (!isObject(value)) return inlineScalar(value, style);
  const tagged = taggedText(value, style);
  if (tagged !== undefined) return tagged;
  const pairs = Object.entries(value).map(([key, item]) => inlinePair(key, inlineText(item, style), style));
  return brackets('{', '}', pairs, style);
}

function brackets(open: '[' | '{', close: ']' | '}', items: readonly string[], style: FlowStyle): string {
  if (items.length === 0) return open + close;
  const pad = open === '[' ? style.listPad : style.mapPad;
  return open + pad + items.join(style.comma) + pad + close;
}

export function inlinePair(key: string, value: string, style: FlowStyle): string {
  return (style.json ? JSON.stringify(key) : keyText(key, style.text)) + style.colon + value;
}

function inlineScalar(value: string | number | boolean | null, style: FlowStyle): string {
  return style.json ? JSON.stringify(value) : valueText(value, style.text);
}

/**
 * A function as a tag, where tags are in use and its argument allows it: a tag cannot stand before another tag, nor
 * before the map of a long form.
 */
export function taggedText(value: JsonObject, style: FlowStyle): string | undefined {
  const [only, ...others] = Object.entries(value);
  const tag = only && others.length === 0 && style.short ? shortForm(only[0]) : undefined;
  if (!only || tag === undefined) return undefined;
  const argument = only[1];
  if (isArray(argument)) {
    const dotted = tag === '!GetAtt' ? dottedText(argument) : undefined;
    return `${tag} ${dotted === undefined ? inlineText(argument, style) : scalarText(dotted, style.text.quote)}`;
  }
  return typeof argument === 'string' ? `${tag} ${scalarText(argument, style.text.quote)}` : undefined;
}

function dottedText([resource, attribute, ...others]: readonly Json[]): string | undefined {
  if (typeof resource !== 'string' || typeof attribute !== 'string' || others.length > 0) return undefined;
  return resource.includes('.') ? undefined : `${resource}.${attribute}`;
}

/** A value over several lines, except for what is short. */
export function openText(value: Json, style: FlowStyle, opening: Opening): string {
  if (!isArray(value) && !isObject(value)) return inlineScalar(value, style);
  const onLine = inlineText(value, style);
  const isTagged = isObject(value) && taggedText(value, style) !== undefined;
  const isShort = onLine.length <= WIDEST && style.staysOnLine(value);
  const deeper = { ...opening, indent: opening.indent + opening.unit };
  const [open, close, items] = isArray(value)
    ? ['[', ']', value.map(item => openText(item, style, deeper))]
    : [
        '{',
        '}',
        Object.entries(value).map(([key, item]) => inlinePair(key, openText(item, style, deeper), style)),
      ];
  if (items.length === 0 || isTagged || isShort) return onLine;
  const lines = items.map(item => `\n${deeper.indent}${item}`);
  return `${open}${lines.join(',')}\n${opening.indent}${close}`;
}
