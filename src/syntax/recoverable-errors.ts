import { Lexer } from 'yaml';
import type { TextTypo } from './document.ts';

/** What the lexer gives before a plain or block scalar; it stands for no text. */
const SCALAR = '\x1f';
const MARKS: ReadonlySet<string> = new Set(['\x02', '\x18', SCALAR]);

const FULL_WIDTH = '\u3000';
const BLANKS = String.raw`[ \t\u3000]`;
const WORD = String.raw`[\x21-\x7E]+`;
const VALUE = `(?:${WORD}(?:[ \\t]+${WORD})*)?`;
const KEY = String.raw`[\w.$-]+(?:::?[\w.$-]+)*`;

/** A line of a block that says one thing as soon as its full-width spaces are blanks. */
const WHOLE_LINE = new RegExp(`^[ \\t]*(?:-${BLANKS}+)*(?:${KEY}${BLANKS}*:${BLANKS}+)?${VALUE}${BLANKS}*$`);
/** What follows a key or a dash on its line. */
const REST_OF_LINE = new RegExp(`^${BLANKS}*${VALUE}${BLANKS}*$`);

/**
 * The slips in a YAML text, by its look alone: whether it reads better without them is for the parser to say.
 *
 * - A comma at the end of a line of a block, after a quoted text or a flow collection.
 * - A full-width space before `#`, or beside the `:` or `-` of a block, where all else is ASCII: prose is left alone.
 */
export function findTypos(text: string): readonly TextTypo[] {
  const typos: TextTypo[] = [];
  let at = 0;
  let previous = '';
  let isBlock = false;
  for (const token of new Lexer().lex(text)) {
    if (previous === SCALAR) {
      if (!isBlock) for (const typo of typosIn(text, at, token)) typos.push(typo);
      isBlock = false;
    } else if (/^[|>][-+\d]*$/.test(token)) isBlock = true;
    previous = token;
    if (!MARKS.has(token)) at += token.length;
  }
  return typos;
}

/** The text with blanks in place of slips: all that stands in it keeps its place. */
export function withoutTypos(text: string, typos: readonly TextTypo[]): string {
  let result = '';
  let at = 0;
  for (const { range } of typos) {
    result += text.slice(at, range.start) + ' '.repeat(range.end - range.start);
    at = range.end;
  }
  return result + text.slice(at);
}

function typosIn(text: string, at: number, plain: string): readonly TextTypo[] {
  if (plain === ',') return comma(text, at);
  if (!plain.includes(FULL_WIDTH)) return [];
  const typos: TextTypo[] = [];
  let start = at;
  for (const line of plain.split('\n')) {
    const found = spaces(text, start, line);
    if (!found) break;
    typos.push(...found);
    start += line.length + 1;
  }
  return typos;
}

function comma(text: string, at: number): readonly TextTypo[] {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
  const start = at - (line.length - line.trimEnd().length);
  const before = written(text, start);
  if (!/["'\]}]$/.test(before)) return [];
  return [{ kind: 'comma', range: { start, end: at + 1 }, before, text: '' }];
}

/** Nothing when the line has other signs that are not ASCII, so that it may be prose. */
function spaces(text: string, at: number, line: string): readonly TextTypo[] | undefined {
  const comment = line.indexOf(`${FULL_WIDTH}#`);
  const code = comment < 0 ? line.replace(/\r$/, '') : line.slice(0, comment + 1);
  const isFromStart = /^[ \t]*(?:- +)*$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
  if (!(isFromStart ? WHOLE_LINE : REST_OF_LINE).test(code)) return undefined;
  const isEnded = comment >= 0 || /^[ \t]*[:#]/.test(text.slice(at + code.length, at + code.length + 80));
  const runs = [...code.matchAll(/\u3000+/g)].filter(
    run => isEnded || run.index + run[0].length < code.length,
  );
  return runs.map(run => {
    const start = at + run.index;
    const end = start + run[0].length;
    const isBeforeComment = /^[ \t]*#/.test(text.slice(end, end + 80));
    return {
      kind: isBeforeComment ? 'space before comment' : 'space in block',
      range: { start, end },
      before: written(text, start),
      text: ' '.repeat(run[0].length),
    };
  });
}

/** What is written on a line before an offset, without what only says that it is an item. */
function written(text: string, at: number): string {
  return text
    .slice(text.lastIndexOf('\n', at - 1) + 1, at)
    .replace(/^[ \t]*(?:- +)*/, '')
    .trimEnd();
}
