import { contentEnd, type FlowToken } from '../../syntax/cst-tokens.ts';
import type { Document } from '../../syntax/document.ts';
import { isArray, isObject, type Json } from '../../syntax/json-value.ts';
import type { NewItem } from '../block/gaps.ts';
import type { FlowStyle, Opening } from '../style/flow-text.ts';
import type { Splice } from '../tree/edit.ts';
import { indentation, lineStart, onOneLine } from '../tree/lines.ts';
import { itemText } from './change-flow.ts';

/** The items that a value would put into brackets, or nothing when they are of the other kind. */
export function itemsFor(token: FlowToken, value: Json): readonly NewItem[] | undefined {
  if (isArray(value))
    return token.start.type === 'flow-seq-start'
      ? value.map(item => ({ key: undefined, value: item }))
      : undefined;
  if (!isObject(value) || token.start.type !== 'flow-map-start') return undefined;
  return Object.entries(value).map(([key, item]) => ({ key, value: item }));
}

export function isSpread({ text }: Document, token: FlowToken): boolean {
  return !onOneLine(text, token.offset, contentEnd(token));
}

/** Puts items into brackets that hold nothing but blanks and comments: on lines of their own before the closing one. */
export function fillLines(
  { text }: Document,
  token: FlowToken,
  items: readonly NewItem[],
  style: FlowStyle,
  unit: string,
): Splice {
  const close = contentEnd(token) - 1;
  const opening = { indent: indentation(text, close) + unit, unit };
  const lines = items.map(each => opening.indent + itemText(each, style, opening));
  const at = lineStart(text, close);
  return {
    start: at,
    end: at,
    text: lines.map((line, i) => line + (i < lines.length - 1 ? ',\n' : '\n')).join(''),
  };
}

/** Puts items between empty brackets on one line, which open up where `opening` says so. */
export function fillBrackets(
  token: FlowToken,
  items: readonly NewItem[],
  style: FlowStyle,
  opening: Opening | undefined,
): Splice {
  const range = { start: token.offset + 1, end: contentEnd(token) - 1 };
  if (!opening) {
    const pad = token.start.type === 'flow-map-start' ? style.mapPad : style.listPad;
    return {
      ...range,
      text: pad + items.map(each => itemText(each, style, undefined)).join(style.comma) + pad,
    };
  }
  const deeper = { ...opening, indent: opening.indent + opening.unit };
  const lines = items.map(each => `\n${deeper.indent}${itemText(each, style, deeper)}`);
  return { ...range, text: `${lines.join(',')}\n${opening.indent}` };
}
