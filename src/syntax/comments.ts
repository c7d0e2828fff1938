import { Lexer } from 'yaml';
import { memoize } from '../util/memoize.ts';
import type { Document } from './document.ts';
import { RangeMover } from './move-ranges.ts';
import type { Node, Range } from './node.ts';
import { withoutTypos } from './recovery/recoverable-errors.ts';
import { isTokenSource } from './source-tokens.ts';

/** What the lexer gives before a plain or block scalar, and other marks of its own; they stand for no text. */
const SCALAR = '\x1f';
const MARKS: ReadonlySet<string> = new Set(['\x02', '\x18', SCALAR]);

/** The places of all comments, in the order of the text. */
export const commentsOf: (document: Document) => readonly Range[] = memoize(
  ({ format, text, root, typos }) => {
    if (format === 'json') return [];
    if (isTokenSource(root.origin) && typos.length === 0) return commentsBetween(text, root);
    return lexed({ text, typos });
  },
);

/** A comment that only the lexer finds, or only the reader that did without it; nothing where they agree. */
export function differentComment(document: Document): Range | undefined {
  const [found, expected] = [commentsOf(document), lexed(document)];
  const isAlike = (one: Range | undefined, other: Range): boolean =>
    one?.start === other.start && one.end === other.end;
  return (
    expected.find((each, i) => !isAlike(found[i], each)) ??
    found.find((each, i) => !isAlike(expected[i], each))
  );
}

function lexed({ text, typos }: Pick<Document, 'text' | 'typos'>): readonly Range[] {
  const mover = new RangeMover(typos);
  return lexComments(withoutTypos(text, typos)).map(each => mover.range(each));
}

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

/** The comments of a text whose tree is known: what stands between keys and values is nothing else. */
function commentsBetween(text: string, root: Node): readonly Range[] {
  const comments: Range[] = [];
  let sign = text.indexOf('#');
  let at = 0;
  const upTo = (end: number): void => {
    if (sign >= 0 && sign < at) sign = text.indexOf('#', at);
    while (sign >= 0 && sign < end) {
      const line = nextBreak(text, sign);
      comments.push({ start: sign, end: line });
      sign = text.indexOf('#', line);
    }
  };
  const over = ({ start, end }: Range): void => {
    upTo(start);
    at = Math.max(at, end);
  };
  const visit = (node: Node): void => {
    if (sign < 0) return;
    if (node.kind === 'sequence' && node.origin) for (const item of node.items) visit(item);
    else if (node.kind === 'mapping')
      for (const { keyRange, value } of node.entries) {
        over(keyRange);
        visit(value);
      }
    else over(node.kind === 'scalar' && node.style === 'block' ? textOf(text, node.range) : node.range);
  };
  visit(root);
  upTo(text.length);
  return comments;
}

/** A block of text without its header, behind which a comment may stand. */
function textOf(text: string, { start, end }: Range): Range {
  return { start: nextBreak(text, start), end };
}

function nextBreak(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
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
