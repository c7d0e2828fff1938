import { commentsWithin } from '../../syntax/comments.ts';
import { type CollectionItem, itemEnd } from '../../syntax/cst-tokens.ts';
import type { Document } from '../../syntax/document.ts';
import type { Splice } from './edit.ts';
import { columnOf, lineEnd } from './lines.ts';
import { itemStart } from './tokens.ts';

/**
 * Takes the text of an item away and leaves its comments, each on a line of its own at the column of the item. Empty
 * where it has none.
 */
export function leaveComments(document: Document, item: CollectionItem): readonly Splice[] {
  const { text } = document;
  const start = itemStart(item);
  const last = lineEnd(text, itemEnd(item));
  const comments = commentsWithin(document, start, last);
  const separator = `\n${' '.repeat(columnOf(text, start))}`;
  const splices: Splice[] = [];
  let end = start;
  for (const comment of comments) {
    splices.push({ start: end, end: comment.start, text: end === start ? '' : separator });
    end = comment.start + text.slice(comment.start, comment.end).trimEnd().length;
  }
  return end > start && end < last ? [...splices, { start: end, end: last, text: '' }] : splices;
}
