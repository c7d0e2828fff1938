import { type Sentence, say } from '../i18n/sentence.ts';
import type { SyntaxProblem } from './document.ts';

const BLANKS = String.raw`[ \t\r\n]*`;
const PUNCTUATION = String.raw`[{}[\],:]`;
const STRING = String.raw`"[^"\\\x00-\x1F]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\x00-\x1F]*)*"`;
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?`;
const TOKEN = new RegExp(
  `${BLANKS}(?:(${PUNCTUATION})|(${STRING})|(?:${NUMBER}|true|false|null)(?![\\w.]))`,
  'y',
);

/**
 * Why a text is not JSON, and where. `JSON.parse` judges; since what it says of the place depends on the version of
 * the engine, a walk over the tokens finds it.
 */
export function findJsonError(text: string): SyntaxProblem | undefined {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    JSON.parse(body);
    return undefined;
  } catch {
    const { offset, message } = locate(text, text.length - body.length);
    const end = offset < text.length ? offset + 1 : offset;
    return {
      kind: 'syntax',
      message: say`This is not valid JSON: ${message}.`,
      range: { start: offset, end },
    };
  }
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or }' | ', or ]' | 'end';

const WORDS: Record<Expected, Sentence> = {
  value: say`a value is expected here`,
  'value or ]': say`a value or \`]\` is expected here`,
  key: say`a key in double quotes is expected here`,
  'key or }': say`a key in double quotes or \`}\` is expected here`,
  ':': say`\`:\` is expected here`,
  ', or }': say`\`,\` or \`}\` is expected here`,
  ', or ]': say`\`,\` or \`]\` is expected here`,
  end: say`the value has ended, and more text follows`,
};

function locate(text: string, from: number): { offset: number; message: Sentence } {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = from;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const next: Expected | undefined = match
      ? step(expected, match[1] ?? (match[2] ? 'string' : 'literal'), open)
      : undefined;
    if (!match || !next) return { offset: skipBlanks(text, at), message: WORDS[expected] };
    expected = next;
    at = TOKEN.lastIndex;
  }
}

/** What may follow `token`, or nothing when it may not stand where `expected` says. */
function step(expected: Expected, token: string, open: ('{' | '[')[]): Expected | undefined {
  const takesValue = expected === 'value' || expected === 'value or ]';
  if (takesValue && (token === '{' || token === '[')) {
    open.push(token);
    return token === '{' ? 'key or }' : 'value or ]';
  }
  if (takesValue && (token === 'string' || token === 'literal')) return afterValue(open);
  if (token === 'string' && (expected === 'key' || expected === 'key or }')) return ':';
  if (token === ':' && expected === ':') return 'value';
  if (token === ',' && expected === ', or }') return 'key';
  if (token === ',' && expected === ', or ]') return 'value';
  if (token === '}' && (expected === ', or }' || expected === 'key or }')) return close(open);
  if (token === ']' && (expected === ', or ]' || expected === 'value or ]')) return close(open);
  return undefined;
}

function close(open: ('{' | '[')[]): Expected {
  open.pop();
  return afterValue(open);
}

function afterValue(open: readonly ('{' | '[')[]): Expected {
  const around = open.at(-1);
  if (!around) return 'end';
  return around === '{' ? ', or }' : ', or ]';
}

function skipBlanks(text: string, from: number): number {
  const match = /[^ \t\r\n]/g;
  match.lastIndex = from;
  return match.exec(text)?.index ?? text.length;
}
