import { commentsWithin } from '../../syntax/comments.ts';
import { type CollectionItem, itemEnd } from '../../syntax/cst-tokens.ts';
import type { Document } from '../../syntax/document.ts';
import { isArray, isObject, type Json } from '../../syntax/json-value.ts';
import type { Node, Range } from '../../syntax/node.ts';
import { nodeAt, type Path } from '../../syntax/place.ts';
import { containsAlias } from '../tree/aliases.ts';
import {
  afterBreak,
  afterComments,
  columnOf,
  isTrivia,
  lineEnd,
  lineStart,
  nextBreak,
  onOneLine,
  opensLine,
  ownCommentsStart,
} from '../tree/lines.ts';
import { isFunction } from '../tree/nodes.ts';
import { collectionToken, headerEnd, itemOf, itemStart } from '../tree/tokens.ts';
import type { Source } from './block-text.ts';
import { wholeLines } from './remove-block.ts';

/** A list item, or the value of an entry, that is written elsewhere with the text that it has. */
export interface Move {
  readonly source: Source;
  /** The text that goes along, comments included. */
  readonly range: Range;
}

/** Nothing where the text cannot be used elsewhere: only what stands on lines of its own moves. */
export function moveOf(document: Document, value: Json, from: Path): Move | undefined {
  const node = nodeAt({ document, path: from });
  const around = nodeAt({ document, path: from.slice(0, -1) });
  const key = from.at(-1);
  if (!node || !around || around.kind === 'scalar' || key === undefined) return undefined;
  const item = itemOf(around, key);
  const kind = collectionToken(around)?.type;
  if (!item || !opensLine(document.text, itemStart(item)) || containsAlias(node.origin)) return undefined;
  const isItem = kind === 'block-seq' && (isObject(value) || isArray(value));
  const isEntry = kind === 'block-map' && !node.anchored;
  const source = isItem
    ? sourceOf(document, item, node.range.start)
    : isEntry
      ? (sourceOnLine(document, item, node.range) ?? sourceBelow(document, item, node))
      : undefined;
  return source && { source, range: wholeLines(document, item, true) };
}

/** The text of an entry whose value stands on the line of its key, with the comments above and behind it. */
function sourceOnLine(document: Document, item: CollectionItem, value: Range): Source | undefined {
  const { text } = document;
  const start = itemStart(item);
  const end = lineEnd(text, itemEnd(item));
  const hasMoreBelow = afterComments(document, end, columnOf(text, start) + 1) > end;
  if (value.start === value.end || !onOneLine(text, start, end) || hasMoreBelow) return undefined;
  return { comments: commentsAbove(document, start), lines: [text.slice(value.start, end).trimEnd()] };
}

/** The text of an entry whose value stands on lines of its own below the key, with all comments around. */
function sourceBelow(document: Document, item: CollectionItem, value: Node): Source | undefined {
  const { text } = document;
  const token = value.kind === 'scalar' || isFunction(value) ? undefined : collectionToken(value);
  if (!token || token.type === 'flow-collection') return undefined;
  const start = itemStart(item);
  const header = headerEnd(item, token.offset);
  const line = nextBreak(text, header);
  const head = text.slice(header, line).trimEnd();
  const end = afterComments(document, lineEnd(text, itemEnd(item)), columnOf(text, start) + 1);
  const lines = text
    .slice(afterBreak(text, line), end)
    .split(/\r?\n/)
    .map(each => outdent(each, token.indent));
  if (lines.includes(undefined) || !isTrivia(head)) return undefined;
  return { comments: commentsAbove(document, start), head, lines: lines.flatMap(each => each ?? []) };
}

/** The lines of a value, from its own comments to the end of its last line. */
function sourceOf(document: Document, item: CollectionItem, contentStart: number): Source | undefined {
  const { text } = document;
  const start = itemStart(item);
  const column = columnOf(text, contentStart);
  const end = afterComments(document, lineEnd(text, itemEnd(item)), columnOf(text, start) + 1);
  const [first = '', ...rest] = text.slice(contentStart, end).split(/\r?\n/);
  const lines = rest.map(line => outdent(line, column));
  if (lines.includes(undefined)) return undefined;
  // Behind a dash on a line of its own there may be more of them.
  const between = commentsWithin(document, start, contentStart).map(each => text.slice(each.start, each.end));
  return {
    comments: [...commentsAbove(document, start), ...between],
    lines: [first, ...lines.flatMap(line => line ?? [])],
  };
}

function commentsAbove(document: Document, start: number): readonly string[] {
  const { text } = document;
  const above = text.slice(ownCommentsStart(document, start), lineStart(text, start));
  return above
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** A line without the indentation that it shares with the value, or nothing when it has less. */
function outdent(line: string, column: number): string | undefined {
  if (line.trim() === '') return '';
  const blanks = /^ */.exec(line)?.[0].length ?? 0;
  if (blanks >= column) return line.slice(column);
  return line.trimStart().startsWith('#') ? line.trimStart() : undefined;
}
