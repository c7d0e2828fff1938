import type { CST } from 'yaml';
import type { Document } from '../syntax/document.ts';
import type { Json } from '../syntax/json.ts';
import { type CollectionItem, contentEnd, itemEnd } from '../syntax/tokens.ts';
import type { Splice } from './edit.ts';
import { type Inline, inlinePair, inlineScalar, inlineText, prettyJson } from './inline.ts';
import { indentation, lineBreak, lineEnd, lineStart, onOneLine, opensLine } from './lines.ts';
import { styleOf } from './style.ts';
import { itemStart, realItems } from './tokens.ts';

/** An entry or list item that is new in a collection in brackets. */
export interface NewEntry {
  /** Nothing for a list item. */
  readonly key: string | undefined;
  readonly value: Json;
}

/** Inserts entries behind an item of a collection in brackets or, with `undefined`, before the first. */
export function insertEntries(
  document: Document,
  token: CST.FlowCollection,
  after: CollectionItem | undefined,
  entries: readonly NewEntry[],
): readonly Splice[] {
  const items = realItems(token);
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) return fillBrackets(document, token, entries, '', '  ');
  if (!opensLine(document.text, itemStart(last))) return insertInline(document, items, after, entries);
  return insertOnLines(document, token, after, entries);
}

/** Puts entries into brackets that are empty; `unit` says how deep lines go in, where the brackets open up. */
export function fillBrackets(
  document: Document,
  token: CST.FlowCollection,
  entries: readonly NewEntry[],
  indent: string,
  unit: string | undefined,
): readonly Splice[] {
  const { text } = document;
  const open = token.offset + 1;
  const close = contentEnd(token) - 1;
  const style = inlineStyle(document, undefined);
  const eol = lineBreak(text, token.offset);
  if (!onOneLine(text, open, close)) {
    const deeper = indentation(text, close) + (unit ?? '  ');
    const lines = entries.map(each => deeper + entryText(each, style, unit, deeper, eol));
    const at = lineStart(text, close);
    return [{ start: at, end: at, text: `${lines.join(`,${eol}`)}${eol}` }];
  }
  if (unit === undefined || !style.json) {
    const written = entries.map(each => entryText(each, style, undefined, '', eol)).join(style.comma);
    return [{ start: open, end: close, text: written }];
  }
  const deeper = indent + unit;
  const lines = entries.map(each => `${eol}${deeper}${entryText(each, style, unit, deeper, eol)}`);
  return [{ start: open, end: close, text: `${lines.join(',')}${eol}${indent}` }];
}

/** How values that stay on one line are written here: as the item beside them is. */
export function inlineStyle(document: Document, beside: CollectionItem | undefined): Inline {
  const { text } = document;
  const style = styleOf(document);
  const json = document.format === 'json';
  const sample = beside?.key ? text.slice(itemStart(beside), itemEnd(beside)) : text;
  const isTight = json && !/"\s*:\s/.test(sample);
  return {
    json,
    quote: style.quote,
    short: style.short,
    comma: isTight ? ',' : ', ',
    colon: isTight ? ':' : ': ',
  };
}

function entryText(
  entry: NewEntry,
  style: Inline,
  unit: string | undefined,
  indent: string,
  eol: string,
): string {
  const value =
    style.json && unit !== undefined
      ? prettyJson(entry.value, unit, indent, eol)
      : inlineText(entry.value, style);
  return entry.key === undefined ? value : inlinePair(entry.key, value, style);
}

function insertInline(
  document: Document,
  items: readonly CollectionItem[],
  after: CollectionItem | undefined,
  entries: readonly NewEntry[],
): readonly Splice[] {
  const { text } = document;
  const [first, second] = items;
  const style = inlineStyle(document, first);
  const between = first && second ? text.slice(itemEnd(first), itemStart(second)) : undefined;
  const comma = between === undefined ? style.comma : between === ',' ? ',' : ', ';
  const quoted = quotedLike(text, items, style);
  const written = entries.map(each => quoted(each));
  if (!after) {
    const at = first ? itemStart(first) : 0;
    return [{ start: at, end: at, text: written.map(each => each + comma).join('') }];
  }
  const at = itemEnd(after);
  return [{ start: at, end: at, text: written.map(each => comma + each).join('') }];
}

/** Text among quoted text is quoted. */
function quotedLike(
  text: string,
  items: readonly CollectionItem[],
  style: Inline,
): (entry: NewEntry) => string {
  const areQuoted = items.every(item => /^["']/.test(text.slice(itemStart(item), itemStart(item) + 1)));
  return entry => {
    const isText = entry.key === undefined && typeof entry.value === 'string';
    if (isText && areQuoted && !style.json) {
      const mark = text[items[0] ? itemStart(items[0]) : 0];
      return mark === "'"
        ? `'${String(entry.value).replaceAll("'", "''")}'`
        : JSON.stringify(String(entry.value));
    }
    return entryText(entry, style, undefined, '', '\n');
  };
}

/** One item a line: the new ones get lines of their own. */
function insertOnLines(
  document: Document,
  token: CST.FlowCollection,
  after: CollectionItem | undefined,
  entries: readonly NewEntry[],
): readonly Splice[] {
  const { text } = document;
  const items = realItems(token);
  const beside = after ?? items[0];
  if (!beside) return [];
  const indent = indentation(text, itemStart(items.at(-1) ?? beside));
  const outer = indentation(text, token.offset);
  const unit = indent.startsWith(outer) && indent.length > outer.length ? indent.slice(outer.length) : '  ';
  const eol = lineBreak(text, itemStart(beside));
  const style = inlineStyle(document, beside);
  const written = entries.map(each => entryText(each, style, unit, indent, eol));
  if (!after) {
    const at = itemStart(beside);
    return [{ start: at, end: at, text: written.map(each => `${each},${eol}${indent}`).join('') }];
  }
  return behind(
    document,
    commaBehind(token, after),
    itemEnd(after),
    written.map(each => eol + indent + each),
  );
}

/** `lines` begin with a line break. */
function behind(
  document: Document,
  comma: number | undefined,
  end: number,
  lines: readonly string[],
): readonly Splice[] {
  const { text } = document;
  if (comma !== undefined && onOneLine(text, end, comma)) {
    const at = lineEnd(text, comma + 1);
    if (onlyBlanksOrComment(text.slice(comma + 1, at)))
      return [{ start: at, end: at, text: lines.map(line => `${line},`).join('') }];
  }
  const at = lineEnd(text, end);
  const rest = text.slice(end, at);
  if (!/^\s*#/.test(rest)) return [{ start: end, end, text: lines.map(line => `,${line}`).join('') }];
  return [
    { start: end, end, text: ',' },
    { start: at, end: at, text: lines.join(',') },
  ];
}

function onlyBlanksOrComment(text: string): boolean {
  return /^\s*(?:#.*)?$/.test(text);
}

/** Where the comma behind an item stands, which the token tree counts to the item that follows. */
function commaBehind(token: CST.FlowCollection, item: CollectionItem): number | undefined {
  const next = token.items[token.items.indexOf(item) + 1];
  return next?.start.find(each => each.type === 'comma')?.offset;
}

/** A value beside other values on one line. */
export function inlineValue(document: Document, value: Json): string {
  const style = inlineStyle(document, undefined);
  return typeof value === 'object' && value !== null ? inlineText(value, style) : inlineScalar(value, style);
}
