import { isComment } from '../../syntax/comments.ts';
import type { Document } from '../../syntax/document.ts';
import { memoize } from '../../util/memoize.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** Whether a text has line breaks of old Macs: such to the standard, and to few parsers. */
export const hasLoneReturn: (document: Document) => boolean = memoize(({ text }) => /\r(?!\n)/.test(text));

/** Where the line of `offset` begins, behind a byte order mark. */
export function lineStart(text: string, offset: number): number {
  const newline = offset === 0 ? -1 : text.lastIndexOf('\n', offset - 1);
  return newline < 0 && text.startsWith(BYTE_ORDER_MARK) ? 1 : newline + 1;
}

/**
 * Just before the line break that ends the line of content which ends at `end`; content that brings its own line break
 * (a block scalar) ends with it. Text that goes in here begins with a line break, so that a file without a final one,
 * CRLF and block scalars need no case of their own.
 */
export function lineEnd(text: string, end: number): number {
  const newline = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end);
  if (newline < 0) return text.length;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** Just before the first line break from an offset on. */
export function nextBreak(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return newline > offset && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** After the line break at `end`, which `lineEnd` gave. */
export function afterBreak(text: string, end: number): number {
  if (text.startsWith('\r\n', end)) return end + 2;
  return text[end] === '\n' ? end + 1 : end;
}

/** Before the line break that ends just before `start`, the start of a line. */
export function beforeBreak(text: string, start: number): number {
  return text[start - 2] === '\r' ? start - 2 : start - 1;
}

/** The line break that ends the line of an offset; where none does, that of the line before. */
export function lineBreak(text: string, offset: number): string {
  const own = text.indexOf('\n', offset);
  const newline = own >= 0 ? own : text.lastIndexOf('\n');
  return text[newline - 1] === '\r' ? '\r\n' : '\n';
}

/** The blanks that the line of `offset` begins with. */
export function indentation(text: string, offset: number): string {
  const blanks = /[ \t]*/y;
  blanks.lastIndex = lineStart(text, offset);
  return blanks.exec(text)?.[0] ?? '';
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Whether only blanks stand between the start of the line and `offset`. */
export function opensLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (text[at] === ' ' || text[at] === '\t') at--;
  return at < 0 || text[at] === '\n' || (at === 0 && text[at] === BYTE_ORDER_MARK);
}

export function onOneLine(text: string, start: number, end: number): boolean {
  return !text.slice(start, end).includes('\n');
}

/** Whether what is left of a line says nothing: blanks, a comment. */
export function isTrivia(text: string): boolean {
  return /^\s*(?:#.*)?$/.test(text);
}

/** Goes on from the end of a line over the blank lines below it. */
export function afterBlankLines(text: string, from: number): number {
  const blanks = /(?:\r?\n[ \t]*(?=\r?\n))*/y;
  blanks.lastIndex = from;
  return from + (blanks.exec(text)?.[0].length ?? 0);
}

/** Goes back from the start of a line over the blank lines above it, not beyond `floor`. */
export function beforeBlankLines(text: string, from: number, floor: number): number {
  let start = from;
  while (start > floor) {
    const above = lineStart(text, start - 1);
    if (above < floor || above === start || text.slice(above, start).trim() !== '') return start;
    start = above;
  }
  return start;
}

/**
 * Goes on from the end of a line over the lines below it that are only comments and stand at `column` or deeper: they
 * belong to what ends there.
 */
export function afterComments(document: Document, from: number, column: number): number {
  const { text } = document;
  let end = from;
  for (;;) {
    const start = afterBreak(text, end);
    if (start === end) return end;
    const next = lineEnd(text, start === text.length ? start : start + 1);
    const line = text.slice(start, next);
    const blanks = /^ *(?=#)/.exec(line)?.[0];
    if (blanks === undefined || blanks.length < column || !isComment(document, start + blanks.length))
      return end;
    end = next;
  }
}

/** Where the comment lines begin that stand directly above a line, at the same column. */
export function ownCommentsStart(document: Document, offset: number): number {
  const { text } = document;
  const column = columnOf(text, offset);
  let start = lineStart(text, offset);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const blanks = /^ *(?=#)/.exec(text.slice(above, start))?.[0];
    if (above === start || blanks?.length !== column || !isComment(document, above + column)) break;
    start = above;
  }
  return start;
}
