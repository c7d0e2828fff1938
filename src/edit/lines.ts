import { isComment } from '../syntax/comments.ts';
import type { Document } from '../syntax/document.ts';

/** Where the line of `offset` begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
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

/** After the line break at `end`, which `lineEnd` gave. */
export function afterBreak(text: string, end: number): number {
  if (text.startsWith('\r\n', end)) return end + 2;
  return text[end] === '\n' ? end + 1 : end;
}

/** The line break in use around an offset: that of the line before, else of the line itself. */
export function lineBreak(text: string, offset: number): string {
  const before = text.lastIndexOf('\n', offset - 1);
  const newline = before >= 0 ? before : text.indexOf('\n', offset);
  return newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n';
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
  return /^[ \t\uFEFF]*$/.test(text.slice(lineStart(text, offset), offset));
}

export function onOneLine(text: string, start: number, end: number): boolean {
  return !text.slice(start, end).includes('\n');
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
    if (blanks?.length !== column || !isComment(document, above + column)) break;
    start = above;
  }
  return start;
}
