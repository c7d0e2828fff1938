import { type CST, Parser } from 'yaml';
import type { Edit, Splice } from '../../src/edit/tree/edit.ts';
import { verifyWithOtherParsers } from '../../src/edit/verify/cross-parser.ts';
import { verifyEdit } from '../../src/edit/verify/verify-edit.ts';
import type { Document } from '../../src/syntax/document.ts';
import { parse } from '../../src/syntax/parse.ts';
import { withoutTypos } from '../../src/syntax/recovery/recoverable-errors.ts';

/** What is wrong with an edited text, or nothing: the law, and what it cannot see. */
export function fault(
  before: Document,
  edits: readonly Edit[],
  splices: readonly Splice[],
  after: string,
): string | undefined {
  return (
    verifyEdit(before, parse(before.file, after), edits)?.toString() ??
    objection(before, after, edits) ??
    bytes(before.text, splices, after) ??
    lines(before.text, splices) ??
    comments(before, after) ??
    breaks(before.text, after) ??
    endings(before.text, splices, after)
  );
}

/** What another parser says; one that cannot read the text as it was, for a reason of its own, has no say. */
export function objection(before: Document, after: string, edits: readonly Edit[]): string | undefined {
  const said = verifyWithOtherParsers(before, parse(before.file, after), [edits]);
  const why = said && String(said.why);
  return said?.about === 'before' && WEAKNESSES.test(why ?? '') ? undefined : why;
}

/** Why js-yaml does not read a text that is right, and what is not asked of it. */
const WEAKNESSES: RegExp =
  /\(js-yaml\).*: (?:cannot merge|unidentified alias|bad indentation of a seq)|is a YAML keyword|^A key is empty/;

/** Outside the splices no byte changes. */
function bytes(before: string, splices: readonly Splice[], after: string): string | undefined {
  let old = 0;
  let fresh = 0;
  for (const { start, end, text } of splices) {
    if (start < old) return 'Two splices overlap.';
    const kept = before.slice(old, start);
    if (after.slice(fresh, fresh + kept.length + text.length) !== kept + text)
      return `The text changes outside the splices, before ${start}.`;
    old = end;
    fresh += kept.length + text.length;
  }
  return before.slice(old) === after.slice(fresh) ? undefined : 'The text changes behind the last splice.';
}

/**
 * New lines come in whole: behind the end of a line, before the start of one, or in one piece behind a dash or bracket.
 */
function lines(before: string, splices: readonly Splice[]): string | undefined {
  for (const { start, end, text } of splices) {
    if (start !== end || !text.includes('\n')) continue;
    const endsLine = start === before.length || /^\r?\n/.test(before.slice(start, start + 2));
    const opensLine = start === 0 || before[start - 1] === '\n' || before[start - 1] === '\uFEFF';
    const isBehind = endsLine && /^\r?\n/.test(text) && !text.endsWith('\n');
    const isBefore = opensLine && text.endsWith('\n') && !/^\r?\n/.test(text);
    const isInside =
      /[-,[{] *$/.test(before.slice(0, start)) || /^[,\]}]|^ *[\]},]/.test(before.slice(start));
    const isInBrackets = /^,\r?\n|^:? [{[]|\n *, $/.test(text);
    if (!isBehind && !isBefore && !isInside && !isInBrackets)
      return `Lines are inserted inside a line, at ${start}.`;
  }
  return undefined;
}

export function comments(before: Document, after: string): string | undefined {
  if (before.format === 'json') return undefined;
  const had = commentsIn(withoutTypos(before.text, before.typos));
  const has = commentsIn(withoutTypos(after, parse(before.file, after).typos));
  if (had.join('\n') === has.join('\n')) return undefined;
  const lost = had.filter(each => !has.includes(each));
  return `The comments changed: ${had.length} became ${has.length}, lost ${JSON.stringify(lost)}.`;
}

/** All comments, sorted, as the library's parser sees them. */
export function commentsIn(text: string): readonly string[] {
  const found: string[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) look(each);
    else if (typeof value === 'object' && value !== null) {
      if ('type' in value && value.type === 'comment' && 'source' in value)
        found.push(String(value.source).trimEnd());
      for (const each of Object.values(value)) look(each);
    }
  };
  const tokens: CST.Token[] = [...new Parser().parse(text)];
  look(tokens);
  return found.sort();
}

function breaks(before: string, after: string): string | undefined {
  const [had, has] = [kindsOfBreak(before), kindsOfBreak(after)];
  return has.every(each => had.includes(each) || had.length === 0)
    ? undefined
    : 'Line breaks of another kind came in.';
}

/** A line whose end stays ends as it did, and a new one as one of those that it stands between. */
function endings(before: string, splices: readonly Splice[], after: string): string | undefined {
  for (const { index: end, 0: own } of before.matchAll(/\r?\n/g)) {
    if (splices.some(each => each.start < end && each.end > end)) continue;
    const shift = splices
      .filter(each => each.end <= end && each.start < end)
      .reduce((sum, each) => sum + each.text.length - (each.end - each.start), 0);
    const there = /^\r?\n/.exec(after.slice(end + shift))?.[0];
    if (there !== undefined && there !== own) return `The line that ends at ${end} ends otherwise.`;
  }
  for (const { start, end, text } of splices) {
    const around = [...before.slice(lineAbove(before, start), nextLine(before, end)).matchAll(/\r?\n/g)];
    const kinds = around.map(([each]) => each);
    const own = kindsOfBreak(text.replace(/^\r?\n/, ''));
    if (kinds.length > 0 && own.some(each => !kinds.includes(each)))
      return `A new line at ${start} ends as none around it.`;
  }
  return undefined;
}

function lineAbove(text: string, offset: number): number {
  return text.lastIndexOf('\n', text.lastIndexOf('\n', offset - 1) - 1) + 1;
}

function nextLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}

function kindsOfBreak(text: string): readonly string[] {
  return [...new Set(text.match(/\r?\n/g) ?? [])];
}
