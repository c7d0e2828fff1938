import { Lexer } from 'yaml';
import { memoize } from '../util/memoize.ts';
import type { Document } from './document.ts';
import { RangeMover } from './move-ranges.ts';
import type { Range } from './node.ts';
import { withoutTypos } from './recovery/recoverable-errors.ts';

/** What the lexer gives before a plain or block scalar, and other marks of its own; they stand for no text. */
const SCALAR = '\x1f';
const MARKS: ReadonlySet<string> = new Set(['\x02', '\x18', SCALAR]);

/** The places of all comments, in the order of the text. */
export const commentsOf: (document: Document) => readonly Range[] = memoize(({ format, text, typos }) => {
  if (format === 'json') return [];
  const mover = new RangeMover(typos);
  return lexComments(withoutTypos(text, typos)).map(each => mover.range(each));
});

/** The comments that begin between two offsets. */
export function commentsWithin(document: Document, start: number, end: number): readonly Range[] {
  const comments = commentsOf(document);
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let after = low;
  while ((comments[after]?.start ?? end) < end) after++;
  return comments.slice(low, after);
}

export function isComment(document: Document, offset: number): boolean {
  return commentsWithin(document, offset, offset + 1).length > 0;
}

function lexComments(text: string): readonly Range[] {
  const comments: Range[] = [];
  let at = 0;
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    const isMark = MARKS.has(token);
    if (!isMark && token.startsWith('#') && previous !== SCALAR)
      comments.push({ start: at, end: at + token.length });
    if (!isMark) at += token.length;
    previous = token;
  }
  return comments;
}
