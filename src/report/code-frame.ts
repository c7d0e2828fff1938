import type { Span } from '../lint/report.ts';
import type { Severity } from '../rule/types.ts';
import { escapeControls } from './escape-output.ts';
import type { View } from './view.ts';

export interface Mark {
  readonly range: Span;
  /** Nothing for the place that the message is about. */
  readonly label: string | undefined;
}

/** A part of one line that fits on the terminal, and the marks in it. Offsets are those of the text. */
interface Excerpt {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly isCutAtStart: boolean;
  readonly isCutAtEnd: boolean;
  readonly marks: Mark[];
}

/** What of a long line is shown before the place that it is shown for. */
const LEAD = 16;
const CUT = '...';

/** The lines of a text that marks are in, with each mark underlined. */
export function frame(text: string, marks: readonly Mark[], severity: Severity, view: View): string {
  const last = Math.max(...marks.map(each => each.range.start.line));
  const gutter = String(last).length;
  const room = Math.max(view.columns - gutter - 3, 20);
  const bar = view.paint.faint(`${' '.repeat(gutter)} |`);
  const rows = [bar];
  let previous: number | undefined;
  for (const excerpt of excerpts(text, marks, room)) {
    if (previous !== undefined && excerpt.line !== previous + 1) rows.push(view.paint.faint(CUT));
    previous = excerpt.line;
    const number = view.paint.faint(`${String(excerpt.line).padStart(gutter)} |`);
    rows.push(`${number} ${source(text, excerpt)}`.trimEnd());
    for (const mark of excerpt.marks)
      rows.push(...underline(text, excerpt, mark, room, severity, view).map(row => `${bar} ${row}`));
  }
  return rows.join('\n');
}

/** In the order of the text; what is asked about comes first in its line. */
function excerpts(text: string, marks: readonly Mark[], room: number): readonly Excerpt[] {
  const found: Excerpt[] = [];
  for (const mark of marks) {
    const { offset, line } = mark.range.start;
    const there = found.find(each => each.line === line && each.start <= offset && offset <= each.end);
    if (there) there.marks.push(mark);
    else found.push(excerptAt(text, mark, room));
  }
  return found.sort((a, b) => a.line - b.line || a.start - b.start);
}

function excerptAt(text: string, mark: Mark, room: number): Excerpt {
  const { offset, line } = mark.range.start;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const lineEnd = newline < 0 ? text.length : newline - (text[newline - 1] === '\r' ? 1 : 0);
  const start = lineEnd - lineStart > room ? Math.max(lineStart, offset - LEAD) : lineStart;
  const end = Math.min(lineEnd, start + room - 2 * CUT.length);
  const whole = lineEnd - lineStart <= room;
  return {
    line,
    start,
    end: whole ? lineEnd : end,
    isCutAtStart: start > lineStart,
    isCutAtEnd: !whole && end < lineEnd,
    marks: [mark],
  };
}

function source(text: string, { start, end, isCutAtStart, isCutAtEnd }: Excerpt): string {
  return `${isCutAtStart ? CUT : ''}${shown(text.slice(start, end))}${isCutAtEnd ? CUT : ''}`;
}

function shown(text: string): string {
  return escapeControls(text.replace(/^\uFEFF/, '').replace(/\t/g, '    '));
}

/** The label goes below when there is no room beside. */
function underline(
  text: string,
  excerpt: Excerpt,
  { range, label }: Mark,
  room: number,
  severity: Severity,
  view: View,
): readonly string[] {
  const width = (from: number, to: number): number => view.measure(shown(text.slice(from, to)));
  const before = (excerpt.isCutAtStart ? CUT.length : 0) + width(excerpt.start, range.start.offset);
  const length = Math.max(1, width(range.start.offset, Math.min(range.end.offset, excerpt.end)));
  const line = (label === undefined ? '^' : '-').repeat(length);
  const paint = label === undefined ? view.paint[severity] : view.paint.info;
  const row = `${' '.repeat(before)}${paint(line)}`;
  if (label === undefined) return [row];
  const words = escapeControls(label);
  const needed = view.measure(words);
  if (before + length + 1 + needed <= room) return [`${row} ${paint(words)}`];
  return [row, `${' '.repeat(Math.max(0, Math.min(before, room - needed)))}${paint(words)}`];
}
