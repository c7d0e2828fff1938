import { Lexer } from 'yaml';

/** What the lexer gives before a plain or block scalar; it stands for no text. */
const SCALAR = '\x1f';
const MARKS: ReadonlySet<string> = new Set(['\x02', '\x18', SCALAR]);

const CLOSED = /^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\[\s\S])*")/;

/** So many characters are gone through, again for each such text: what has more of them is broken, and no template. */
const MOST_CHARACTERS = 10_000_000;

/**
 * The text with quoted texts on one line each that go on further to the left than what they are in; nothing when there
 * are none. YAML 1.2 does not allow them, but no parser of YAML 1.1, which CloudFormation reads, minds. Blanks stand in
 * place of the line breaks, so that everything keeps its place.
 * https://yaml.org/spec/1.1/#id898031
 */
export function withoutUnindented(text: string): string | undefined {
  let result = text;
  for (let seen = 0; seen <= MOST_CHARACTERS; seen += text.length + 1) {
    const start = findUnclosed(result);
    if (start === undefined) return seen > 0 ? result : undefined;
    const [whole] = CLOSED.exec(result.slice(start)) ?? [];
    if (whole === undefined) return undefined;
    const joined = whole.replace(/[\r\n]/g, ' ');
    result = result.slice(0, start) + joined + result.slice(start + whole.length);
  }
  return undefined;
}

/** Where a quoted text begins that the lexer ends before its closing quote. */
function findUnclosed(text: string): number | undefined {
  let at = 0;
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    const isQuoted = previous !== SCALAR && /^['"]/.test(token);
    if (isQuoted && CLOSED.exec(token)?.[0].length !== token.length) return at;
    previous = token;
    if (!MARKS.has(token)) at += token.length;
  }
  return undefined;
}
