import { commentsWithin } from '../syntax/comments.ts';
import type { Document } from '../syntax/document.ts';
import { isArray, isObject, type Json } from '../syntax/json.ts';
import type { Range } from '../syntax/node.ts';
import { nodeAt, type Place, parent } from '../syntax/place.ts';
import { type CollectionItem, itemEnd } from '../syntax/tokens.ts';
import type { Source } from './block-text.ts';
import { afterComments, columnOf, lineEnd, lineStart, opensLine, ownCommentsStart } from './lines.ts';
import { wholeLines } from './remove-block.ts';
import { holdsAlias } from './repeated.ts';
import { collectionToken, itemOf, itemStart } from './tokens.ts';

/** A list item that is written elsewhere with the text that it has. */
export interface Move {
  readonly source: Source;
  /** The text that goes along, comments included. */
  readonly range: Range;
}

/** Nothing where the text cannot be used elsewhere: only items of lists on lines of their own move. */
export function moveOf(document: Document, value: Json, from: Place): Move | undefined {
  const node = nodeAt(from);
  const around = nodeAt(parent(from));
  const key = from.path.at(-1);
  if (!node || around?.kind !== 'sequence' || key === undefined || !(isObject(value) || isArray(value)))
    return undefined;
  const item = itemOf(around, key);
  if (!item || collectionToken(around)?.type !== 'block-seq' || holdsAlias(node.origin)) return undefined;
  const source = sourceOf(document, item, node.range.start);
  return source && { source, range: wholeLines(document, item, true) };
}

/** The lines of a value, from its own comments to the end of its last line. */
function sourceOf(document: Document, item: CollectionItem, contentStart: number): Source | undefined {
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
  // Behind a dash on a line of its own there may be more of them.
  const between = commentsWithin(document, start, contentStart).map(each => text.slice(each.start, each.end));
  return {
    comments: [...comments.filter(line => line !== ''), ...between],
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
