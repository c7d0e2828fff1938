import { say } from '../../i18n/sentence.ts';
import { commentsWithin } from '../../syntax/comments.ts';
import { type CollectionItem, itemEnd } from '../../syntax/cst-tokens.ts';
import type { Document } from '../../syntax/document.ts';
import type { Range } from '../../syntax/node.ts';
import { Refusal, type Splice } from '../tree/edit.ts';
import { leaveComments } from '../tree/left-comments.ts';
import {
  afterBlankLines,
  afterBreak,
  afterComments,
  beforeBlankLines,
  beforeBreak,
  columnOf,
  lineEnd,
  lineStart,
  opensLine,
  ownCommentsStart,
} from '../tree/lines.ts';
import { refuseCommentLoss } from '../tree/removable-item.ts';
import { headerEnd, itemStart } from '../tree/tokens.ts';
import { type Block, endsInKeptText, endsInText, isMoved, textColumn } from './block.ts';
import type { Gap } from './gaps.ts';

/** Takes the lines of items away, with the blank lines that set them apart. */
export function removeLines(block: Block, gap: Gap): readonly Splice[] {
  const { document, moved } = block;
  const [first] = gap.removed;
  if (!first) return [];
  if (!gap.before && !gap.next) return empty(block, gap.removed);
  const left = gap.removed.flatMap(item => commentsLeft(block, item));
  const gone = gap.removed.filter(item => commentsLeft(block, item).length === 0);
  const isBehindDash = !opensLine(document.text, itemStart(first)) && gone[0] === first;
  const ranges =
    isBehindDash && gap.next
      ? [{ start: itemStart(first), end: itemStart(gap.next) }]
      : gone.map(item => linesOf(block, gap, item));
  for (const each of ranges) refuseCommentLoss(document, each, moved);
  return [...left, ...ranges.map(each => ({ ...each, text: '' }))];
}

/** What leaves the comments of an item behind when it goes, where it has any that are to stay. */
function commentsLeft({ document, commented }: Block, item: CollectionItem): readonly Splice[] {
  return commented.has(item) ? leaveComments(document, item) : [];
}

function linesOf(block: Block, { before, next, removed }: Gap, item: CollectionItem): Range {
  const { text } = block.document;
  const { top, end } = extentOf(block.document, item, isMoved(block, item));
  const floor = before ? itemEnd(before) : 0;
  const above = beforeBlankLines(text, top, floor);
  const below = afterBlankLines(text, end);
  if (!before)
    return atStart(text, removed) ? { start: top, end: afterBreak(text, below) } : rangeOf(text, top, below);
  const column = textColumn(before);
  if (column !== undefined && afterComments(block.document, below, column) > below)
    throw new Refusal(say`The comment below it would become part of the text above.`);
  const isBelow = above === afterBreak(text, lineEnd(text, itemEnd(before)));
  if (isBelow && end === text.length && endsInText(before)) return { start: above, end };
  // Blank lines that come to stand below such a text would become part of it.
  if (isBelow && endsInKeptText(before)) return rangeOf(text, top, below);
  if (!next) return rangeOf(text, above, end);
  const surplus = Math.min(count(text, above, top), count(text, end, below));
  return rangeOf(text, upBy(text, top, surplus), end);
}

/** Whether items stand at the start of the file, where no line break precedes them. */
function atStart(text: string, [first]: readonly CollectionItem[]): boolean {
  return first !== undefined && lineStart(text, itemStart(first)) === lineStart(text, 0);
}

function upBy(text: string, top: number, lines: number): number {
  let start = top;
  for (let i = 0; i < lines; i++) start = lineStart(text, start - 1);
  return start;
}

function count(text: string, start: number, end: number): number {
  return text.slice(start, end).match(/\n/g)?.length ?? 0;
}

/** Leaves `[]` or `{}` behind the key or dash of the collection. */
function empty(block: Block, items: readonly CollectionItem[]): readonly Splice[] {
  const { document, token, holder, moved } = block;
  const text = token.type === 'block-map' ? '{}' : '[]';
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last || !holder) throw new Refusal(say`The template would be empty.`);
  const end = lineEnd(document.text, itemEnd(last));
  if (!opensLine(document.text, itemStart(first))) {
    const [head, ...rest] = items.length === 1 ? commentsLeft(block, first) : [];
    if (head) return [{ ...head, text: `${text} ` }, ...rest];
    const range = { start: itemStart(first), end };
    refuseCommentLoss(document, range, moved);
    return [{ ...range, text }];
  }
  const header = headerEnd(holder, token.offset);
  const from = lineEnd(document.text, header);
  const isPlain = moved.length === 0 && commentsWithin(document, from, end).length === 0;
  const left = items.flatMap(item => commentsLeft(block, item));
  const gone = items.filter(item => commentsLeft(block, item).length === 0);
  const lines = isPlain
    ? [{ start: from, end }]
    : gone.map(item => wholeLines(document, item, isMoved(block, item)));
  for (const each of lines) refuseCommentLoss(document, each, moved);
  const opened = { start: header, end: header, text: ` ${text}` };
  return [opened, ...left, ...lines.map(each => ({ ...each, text: '' }))];
}

/** The lines of an item. */
export function wholeLines(document: Document, item: CollectionItem, withComments: boolean): Range {
  const { top, end } = extentOf(document, item, withComments);
  return rangeOf(document.text, top, end);
}

function extentOf(
  document: Document,
  item: CollectionItem,
  withComments: boolean,
): { readonly top: number; readonly end: number } {
  const { text } = document;
  const first = itemStart(item);
  const last = lineEnd(text, itemEnd(item));
  if (!withComments) return { top: lineStart(text, first), end: last };
  return {
    top: ownCommentsStart(document, first),
    end: afterComments(document, last, columnOf(text, first) + 1),
  };
}

/**
 * Lines with the break before them, not the one that ends them, so that what is inserted behind the item or its
 * neighbour is not touched.
 */
function rangeOf(text: string, top: number, end: number): Range {
  if (top === lineStart(text, 0)) return { start: top, end: afterBreak(text, end) };
  return { start: beforeBreak(text, top), end };
}
