import { isComment } from '../../syntax/comments.ts';
import type { CollectionItem } from '../../syntax/cst-tokens.ts';
import type { Document } from '../../syntax/document.ts';
import { afterBreak, afterComments, indentation, nextBreak } from './lines.ts';
import { realItems } from './tokens.ts';

/** A line that is a comment and nothing else. */
interface CommentLine {
  readonly end: number;
  /** The column of its `#`. */
  readonly sign: number;
  /** The column of its text. */
  readonly column: number;
  readonly hasDash: boolean;
  readonly isBehindBlank: boolean;
}

/** The columns of the dashes of all lists that end where an item ends. */
export function listsEndingIn({ value }: CollectionItem): readonly number[] {
  if (value?.type !== 'block-map' && value?.type !== 'block-seq') return [];
  const last = realItems(value).at(-1);
  const inner = last ? listsEndingIn(last) : [];
  return value.type === 'block-seq' ? [value.indent, ...inner] : inner;
}

/**
 * Goes on from the end of a line over the items below it that are commented out of a list with its dashes at one of the
 * columns, wherever their `#` stands.
 */
export function afterCommentedOut(document: Document, from: number, columns: readonly number[]): number {
  let end = from;
  let item: CommentLine | undefined;
  for (const line of columns.length > 0 ? commentLines(document, from) : []) {
    if (isItem(line, columns)) item = line;
    else if (!item || line.isBehindBlank || line.sign !== item.sign || line.column <= item.column) {
      item = undefined;
      if (line.isBehindBlank || isHeading(document, line)) break;
    }
    if (item) end = line.end;
  }
  return end;
}

/** The same for the items of brackets, which look like items only where they have a comma, a quote or a colon. */
export function afterCommentedOutInFlow(document: Document, from: number, column: number): number {
  const end = afterComments(document, from, column);
  const comments = document.text.slice(from, end).matchAll(/^\s*#+\s*(.*?)\s*$/gm);
  return [...comments].some(([, said = '']) => /,$|^["'{[!]|^\S+:/.test(said)) ? end : from;
}

/** The lines from the end of a line on that are comments, and those behind blank lines among them. */
function* commentLines(document: Document, from: number): Iterable<CommentLine> {
  const { text } = document;
  let isBehindBlank = false;
  for (let at = from, start = afterBreak(text, at); start > at; start = afterBreak(text, at)) {
    at = nextBreak(text, start);
    const line = text.slice(start, at);
    const [, blanks = '', gap = '', dash] = /^( *)#(\s*)(-(?!\S))?/.exec(line) ?? [];
    const sign = blanks.length;
    if (line.trim() === '') {
      isBehindBlank = true;
    } else {
      if (!isComment(document, start + sign)) return;
      yield { end: at, sign, column: sign + 1 + gap.length, hasDash: dash !== undefined, isBehindBlank };
      isBehindBlank = false;
    }
  }
}

/**
 * Whether a line is an item commented out of a list. Its `#`, with a blank or without, was put before the text, or took
 * the place of a blank; or it was put at the start of the line.
 */
function isItem({ sign, column, hasDash }: CommentLine, columns: readonly number[]): boolean {
  const isClose = sign > 0 && column - sign <= 2;
  const were = isClose ? [sign, column] : [column - 1, column, column - 2];
  return hasDash && were.some(each => columns.includes(each));
}

/** Whether comment lines stand directly above something at their column, which they then speak of. */
function isHeading(document: Document, line: CommentLine): boolean {
  let last = line;
  for (const each of commentLines(document, line.end)) {
    if (each.isBehindBlank) return false;
    last = each;
  }
  const below = afterBreak(document.text, last.end);
  return below < document.text.length && indentation(document.text, below).length === line.sign;
}
