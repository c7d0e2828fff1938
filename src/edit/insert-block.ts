import type { Document } from '../syntax/document.ts';
import type { Json } from '../syntax/json.ts';
import type { Range } from '../syntax/node.ts';
import { type CollectionItem, itemEnd } from '../syntax/tokens.ts';
import { BlockWriter, indent, type Source } from './block-text.ts';
import { Refusal, type Splice } from './edit.ts';
import {
  afterBreak,
  afterComments,
  columnOf,
  lineBreak,
  lineEnd,
  lineStart,
  opensLine,
  ownCommentsStart,
} from './lines.ts';
import { styleOf } from './style.ts';
import { type BlockToken, itemStart, realItems } from './tokens.ts';

export type Sources = ReadonlyMap<Json, Source>;

export function writerAt(document: Document, near: number, sources: Sources): BlockWriter {
  return new BlockWriter(styleOf(document), near, sources);
}

/**
 * Inserts entries or items, each given by its lines, after an item of a block collection or, with `undefined`, before
 * the first. `isIndented` is false for a list whose dashes stand below the key, where a comment that follows at their
 * column may belong to the next key.
 */
export function insertLines(
  document: Document,
  token: BlockToken,
  isIndented: boolean,
  after: CollectionItem | undefined,
  news: readonly (readonly string[])[],
): readonly Splice[] {
  const items = realItems(token);
  const indented = news.map(lines => indent(lines, token.indent));
  if (!after) return [insertFirst(document, items[0], indented.flat())];
  const index = items.indexOf(after);
  const isLast = index === items.length - 1;
  const at = endOfItem(document, token, after, isLast && isIndented);
  const eol = lineBreak(document.text, at);
  const blanks = eol.repeat(blankLines(document, token, items, index));
  return [
    {
      start: at,
      end: at,
      text: indented.map(lines => blanks + lines.map(line => eol + line).join('')).join(''),
    },
  ];
}

/** Where the lines of an item end, with the comments below that belong to it. */
function endOfItem(document: Document, token: BlockToken, item: CollectionItem, isAtEnd: boolean): number {
  const { text } = document;
  const end = itemEnd(item);
  if (end === text.length && !text.endsWith('\n') && endsInBlockScalar(item))
    throw new Refusal(
      'The file ends in a block of text without a line break, which would become part of that text.',
    );
  return afterComments(document, lineEnd(text, end), isAtEnd ? token.indent : token.indent + 1);
}

/** How many blank lines the neighbours of a new item have between them. */
function blankLines(
  document: Document,
  token: BlockToken,
  items: readonly CollectionItem[],
  index: number,
): number {
  const above = items[items[index + 1] ? index : index - 1];
  if (!above) return 0;
  const end = afterComments(document, lineEnd(document.text, itemEnd(above)), token.indent + 1);
  const breaks = /(?:\r?\n[ \t]*(?=\r?\n|$))*/y;
  breaks.lastIndex = end;
  return breaks.exec(document.text)?.[0].match(/\n/g)?.length ?? 0;
}

function insertFirst(
  document: Document,
  first: CollectionItem | undefined,
  lines: readonly string[],
): Splice {
  const { text } = document;
  const start = first ? itemStart(first) : 0;
  const eol = lineBreak(text, start);
  if (opensLine(text, start)) {
    const at = ownCommentsStart(document, start);
    return { start: at, end: at, text: lines.map(line => line + eol).join('') };
  }
  const column = ' '.repeat(columnOf(text, start));
  const written = lines.map((line, i) => (i === 0 ? line.trimStart() : line)).join(eol);
  return { start, end: start, text: written + eol + column };
}

function endsInBlockScalar(item: CollectionItem): boolean {
  const { value } = item;
  if (!value) return false;
  if (value.type === 'block-scalar') return true;
  if (value.type !== 'block-map' && value.type !== 'block-seq') return false;
  const last = realItems(value).at(-1);
  return last !== undefined && endsInBlockScalar(last);
}

/** The lines of a value that is moved, from its own comments to the end of its last line. */
export function sourceOf(document: Document, item: CollectionItem, contentStart: number): Source | undefined {
  const { text } = document;
  const start = itemStart(item);
  if (!opensLine(text, start)) return undefined;
  const column = columnOf(text, contentStart);
  const end = afterComments(document, lineEnd(text, itemEnd(item)), columnOf(text, start) + 1);
  const [first = '', ...rest] = text.slice(contentStart, end).split(/\r?\n/);
  const lines = rest.map(line => outdent(line, column));
  if (lines.includes(undefined)) return undefined;
  const above = text.slice(ownCommentsStart(document, start), lineStart(text, start));
  const comments = above.split(/\r?\n/).map(line => line.trim());
  return {
    comments: comments.filter(line => line !== ''),
    lines: [first, ...lines.flatMap(line => line ?? [])],
  };
}

/** A line without the indentation that it shares with the value, or nothing when it has less. */
function outdent(line: string, column: number): string | undefined {
  if (line.trim() === '') return '';
  const blanks = /^ */.exec(line)?.[0].length ?? 0;
  if (blanks >= column) return line.slice(column);
  return line.trimStart().startsWith('#') ? line.trimStart() : undefined;
}

/**
 * The lines of an item, from the break before them to before the one that ends them, so that what is inserted behind the
 * item or its neighbour is not touched.
 */
export function wholeLines(document: Document, item: CollectionItem, withComments: boolean): Range {
  const { text } = document;
  const first = itemStart(item);
  const start = withComments ? ownCommentsStart(document, first) : lineStart(text, first);
  const last = lineEnd(text, itemEnd(item));
  const end = withComments ? afterComments(document, last, columnOf(text, first) + 1) : last;
  if (start === 0) return { start, end: afterBreak(text, end) };
  return { start: text[start - 2] === '\r' ? start - 2 : start - 1, end };
}
