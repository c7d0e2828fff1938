import { Lexer } from 'yaml';
import { MEANINGFUL, NASTY_KEYS, NASTY_TEXTS } from './nasty.ts';
import type { Random } from './random.ts';

/** Changes a text by its tokens and lines, so that most of what comes out can still be read. */
export function changeTokens(text: string, random: Random, other: string): string {
  return random.chance(50) ? changeWords(text, random, other) : changeLines(text, random);
}

/** What the lexer gives besides text. */
const MARKS: ReadonlySet<string> = new Set(['\x02', '\x18', '\x1f']);

function tokensOf(text: string): string[] {
  return [...new Lexer().lex(text)].filter(token => !MARKS.has(token));
}

function changeWords(text: string, random: Random, other: string): string {
  const tokens = tokensOf(text);
  if (tokens.length === 0) return text;
  const at = random.below(tokens.length);
  const token = tokens[at] ?? '';
  tokens.splice(at, 1, ...random.pick(WORD_CHANGES)(token, random, () => random.pick(tokensOf(other))));
  return tokens.join('');
}

type WordChange = (token: string, random: Random, another: () => string) => readonly string[];

const WORD_CHANGES: readonly WordChange[] = [
  () => [],
  token => [token, token],
  (_, __, another) => [another()],
  (token, _, another) => [another(), token],
  (token, random) => [random.pick(NASTY_TEXTS), token],
  (token, random) => [token, random.pick(NASTY_TEXTS)],
  (_, random) => [random.pick(NASTY_KEYS)],
  (_, random) => [random.pick(MEANINGFUL)],
  token => [JSON.stringify(token)],
  token => [`'${token.replaceAll("'", "''")}'`],
  (token, random) => [random.pick(['!Ref ', '!Sub ', '!If ', '!!str ', '&a ']), token],
  () => ['*a'],
  token => [`!If [A, ${token}, ${token}]`],
  token => [`{${token}}`],
  token => [`[${token}]`],
];

function changeLines(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const count = Math.min(random.chance(50) ? 1 : 1 + random.below(12), lines.length - at);
  return random.pick(LINE_CHANGES)(lines, at, count, random);
}

type LineChange = (lines: string[], at: number, count: number, random: Random) => string;

/** A change of each of some lines. */
const each =
  (change: (line: string) => string): LineChange =>
  (lines, at, count) =>
    lines.map((line, i) => (i >= at && i < at + count ? change(line) : line)).join('\n');

const LINE_CHANGES: readonly LineChange[] = [
  (lines, at, count) => lines.toSpliced(at, count).join('\n'),
  (lines, at, count) => lines.toSpliced(at, 0, ...lines.slice(at, at + count)).join('\n'),
  (lines, at, count, random) => {
    const moved = lines.splice(at, count);
    return lines.toSpliced(random.below(lines.length + 1), 0, ...moved).join('\n');
  },
  each(line => `  ${line}`),
  each(line => ` ${line}`),
  each(line => line.replace(/^ {1,2}/, '')),
  each(line => `#${line}`),
  each(line => `${line} # note`),
  each(line => `${line},`),
  each(line => `${line}  `),
  each(line => line.replace(/^ +/, blanks => '\t'.repeat(blanks.length / 2))),
  each(line => line.replace(/: (.+)$/, (_, value: string) => `:\n${' '.repeat(20)}${value}`)),
  each(line => line.replace(/^( *)(- )?([\w:]+):/, '$1$2"$3":')),
  each(line => line.replace(/: ([\w:.-]+)$/, ': &a $1')),
  each(line => line.replace(/: .*$/, ': *a')),
  each(line => line.replace(/:.*$/, ':')),
  (lines, at, _, random) =>
    lines.toSpliced(at, 0, random.pick(['', '# above', '    # inside', '\t'])).join('\n'),
  lines => lines.join('\r\n'),
  lines => lines.map((line, i) => (i % 3 === 0 ? `${line}\r` : line)).join('\n'),
  lines => lines.join('\r'),
  lines => lines.join('\n').trimEnd(),
  lines => `\ufeff${lines.join('\n')}`,
  lines => lines.join('\n').replace(/^( +)/gm, '$1$1'),
];
