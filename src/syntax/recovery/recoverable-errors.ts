import { Lexer } from 'yaml';
import type { TextTypo } from '../document.ts';
import type { Range } from '../node.ts';
import { colonsInMap } from './colon-typo.ts';

/** What the lexer gives before a plain or block scalar; it stands for no text. */
const SCALAR = '\x1f';
const MARKS: ReadonlySet<string> = new Set(['\x02', '\x18', SCALAR]);

/** Looks like a blank, and is a letter to YAML: the full-width space and the no-break space. */
const IRREGULAR = String.raw`[\u3000\u00A0]`;
const BLANKS = String.raw`[ \t\u3000\u00A0]`;
const WORD = String.raw`[\x21-\x7E]+`;
const VALUE = `(?:${WORD}(?:[ \\t]+${WORD})*)?`;
const KEY = String.raw`[\w.$-]+(?:::?[\w.$-]+)*`;

/** A line of a block that says one thing as soon as its irregular spaces are blanks. */
const WHOLE_LINE = new RegExp(
  `^${BLANKS}*(?:-${BLANKS}+)*(?:${KEY}${BLANKS}*:${BLANKS}+)?${VALUE}${BLANKS}*$`,
);
/** What follows a key or a dash on its line. */
const REST_OF_LINE = new RegExp(`^${BLANKS}*${VALUE}${BLANKS}*$`);

const IRREGULAR_SPACES = new RegExp(`${IRREGULAR}+`, 'g');
const COMMENT = new RegExp(`${IRREGULAR}#`);

/** A line that is an entry but for its colon. */
const SUSPICIOUS_COLON = /^[ \t]*(?:- +)*(?:[A-Z][A-Za-z0-9]*:(?![\s:/])|[A-Za-z][\w-]* *\uFF1A)/m;

/** Whether a text that can be read is worth a search for slips. */
export function mayHaveTypos(text: string): boolean {
  return hasIrregularSpace(text) || SUSPICIOUS_COLON.test(text);
}

function hasIrregularSpace(text: string): boolean {
  return text.includes('\u3000') || text.includes('\u00A0');
}

/**
 * The slips in a YAML text, by its look alone: whether it reads better without them is for the parser to say.
 *
 * - A comma at the end of a line of a block, after a quoted text or a flow collection.
 * - A full-width or no-break space in the indentation, before `#`, at the end of a line, or beside the `:` or `-` of a
 *   block, where all else is ASCII: prose is left alone.
 * - A colon of full width, or without a space behind it, in the only lines of a map.
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

/** The text without slips. Blanks stand in their place, so that all that stands before another slip keeps its own. */
export function withoutTypos(text: string, typos: readonly TextTypo[]): string {
  let result = '';
  let at = 0;
  for (const { range, text: instead } of typos) {
    result += text.slice(at, range.start) + instead.padEnd(range.end - range.start);
    at = range.end;
  }
  return result + text.slice(at);
}

function typosIn(text: string, at: number, plain: string): readonly TextTypo[] {
  if (plain === ',') return comma(text, at);
  const colons = colonsInMap(text, at, plain);
  if (colons.length > 0) return colons;
  if (!hasIrregularSpace(plain)) return [];
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
  const line = lineBefore(text, at);
  const start = at - (line.length - line.trimEnd().length);
  const value = before(text, start);
  if (!/["'\]}]$/.test(value)) return [];
  return [{ kind: 'comma', range: { start, end: at + 1 }, written: ',', before: value, text: '' }];
}

/** Nothing when the line has other signs that are not ASCII, so that it may be prose. */
function spaces(text: string, at: number, line: string): readonly TextTypo[] | undefined {
  const comment = line.search(COMMENT);
  const code = comment < 0 ? line.replace(/\r$/, '') : line.slice(0, comment + 1);
  const isFromStart = /^[ \t]*(?:- +)*$/.test(lineBefore(text, at));
  if (!(isFromStart ? WHOLE_LINE : REST_OF_LINE).test(code)) return undefined;
  return [...code.matchAll(IRREGULAR_SPACES)].flatMap(({ index, 0: written }) => {
    const range = { start: at + index, end: at + index + written.length };
    const kind = kindOf(text, range, index + written.length < code.length);
    const blanks = ' '.repeat(written.length);
    return kind ? [{ kind, range, written, before: before(text, range.start), text: blanks }] : [];
  });
}

/** What only can stand at the beginning of a line. */
const OPENS_ENTRY = new RegExp(`^${BLANKS}*(?:-${BLANKS}|${KEY}${BLANKS}*:(?:${BLANKS}|[\\r\\n]|$))`);

/** @param isWithin Whether more of the same plain text follows on the line. */
function kindOf(text: string, { start, end }: Range, isWithin: boolean): TextTypo['kind'] | undefined {
  const after = text.slice(end, end + 80);
  if (/^[ \t]*#/.test(after)) return 'space before comment';
  if (/^[ \t]*(?:[\r\n]|$)/.test(after)) return 'space at end';
  if (lineBefore(text, start).trim() === '')
    return OPENS_ENTRY.test(after) ? 'space in indentation' : undefined;
  return isWithin || /^[ \t]*:/.test(after) ? 'space in block' : undefined;
}

/** What is written on a line before an offset, without what only says that it is an item. */
function before(text: string, at: number): string {
  return lineBefore(text, at)
    .replace(/^\s*(?:- +)*/, '')
    .trimEnd();
}

function lineBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}
