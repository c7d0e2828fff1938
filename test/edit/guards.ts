import { type CST, Parser } from 'yaml';
import type { Edit, Splice } from '../../src/edit/edit.ts';
import { holds } from '../../src/edit/law.ts';
import { secondOpinion } from '../../src/edit/second-opinion.ts';
import type { Document } from '../../src/syntax/document.ts';
import { parse } from '../../src/syntax/parse.ts';
import { withoutSlips } from '../../src/syntax/slips.ts';

/** What is wrong with an edited text, or nothing: the law, and what it cannot see. */
export function fault(
  before: Document,
  edits: readonly Edit[],
  splices: readonly Splice[],
  after: string,
): string | undefined {
  return (
    holds(before, parse(before.file, after), edits)?.toString() ??
    objection(before, after, edits) ??
    bytes(before.text, splices, after) ??
    lines(before.text, splices) ??
    comments(before, after) ??
    breaks(before.text, after)
  );
}

/** What another parser says; one that cannot read the text as it was, for a reason of its own, has no say. */
export function objection(before: Document, after: string, edits: readonly Edit[]): string | undefined {
  const said = secondOpinion(before, parse(before.file, after), [edits]);
  const why = said && String(said.why);
  return said?.about === 'before' && WEAKNESSES.test(why ?? '') ? undefined : why;
}

/** Why js-yaml does not read a text that is right, and what is not asked of it. */
const WEAKNESSES: RegExp =
  /by js-yaml, .*: (?:cannot merge|unidentified alias|bad indentation of a seq)|is a word of YAML|^A key is left empty/;

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

/** New lines come in whole: behind the end of a line, before the start of one, or in one piece behind a dash or bracket. */
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
  const had = commentsIn(withoutSlips(before.text, before.slips));
  const has = commentsIn(withoutSlips(after, parse(before.file, after).slips));
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

function kindsOfBreak(text: string): readonly string[] {
  return [...new Set(text.match(/\r?\n/g) ?? [])];
}
