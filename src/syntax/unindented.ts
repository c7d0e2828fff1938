import { Lexer } from 'yaml';

/** What the lexer gives before a plain or block scalar; it stands for no text. */
const SCALAR = '\x1f';
/** What it gives where a flow collection is not closed before a line that stands too far to the left. */
const FLOW_ERROR_END = '\x18';
const MARKS: ReadonlySet<string> = new Set(['\x02', FLOW_ERROR_END, SCALAR]);

const CLOSED = /^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\[\s\S])*")/;

/** So many characters are gone through, again for each such text: what has more of them is broken, and no template. */
const MOST_CHARACTERS = 10_000_000;

/**
 * The text with quoted texts and flow collections on one line each that go on further to the left than what they are in;
 * nothing when there are none. YAML 1.2 does not allow them, but no parser of YAML 1.1, which CloudFormation reads,
 * minds. Blanks stand in place of the line breaks, so that everything keeps its place.
 * https://yaml.org/spec/1.1/#id898031
 */
export function withoutUnindented(text: string): string | undefined {
  let result = text;
  for (let seen = 0; seen <= MOST_CHARACTERS; seen += text.length + 1) {
    const found = findUnindented(result);
    if (!found) return seen > 0 ? result : undefined;
    const joined = found.isQuoted ? joinQuoted(result, found.at) : joinLines(result, found.at);
    if (joined === undefined) return undefined;
    result = joined;
  }
  return undefined;
}

function joinQuoted(text: string, start: number): string | undefined {
  const [whole] = CLOSED.exec(text.slice(start)) ?? [];
  if (whole === undefined) return undefined;
  return text.slice(0, start) + whole.replace(/[\r\n]/g, ' ') + text.slice(start + whole.length);
}

/** Joins a line with the one above, unless that may end in a comment. */
function joinLines(text: string, at: number): string | undefined {
  const above = text.slice(0, at).trimEnd();
  if (/(?:^|\s)#.*$/.test(above.slice(above.lastIndexOf('\n') + 1))) return undefined;
  return above + text.slice(above.length, at).replace(/[\r\n]/g, ' ') + text.slice(at);
}

/** Where a quoted text begins that the lexer ends before its closing quote, or a line at which it ends a flow collection. */
function findUnindented(text: string): { readonly at: number; readonly isQuoted: boolean } | undefined {
  let at = 0;
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    if (token === FLOW_ERROR_END) return { at, isQuoted: false };
    const isQuoted = previous !== SCALAR && /^['"]/.test(token);
    if (isQuoted && CLOSED.exec(token)?.[0].length !== token.length) return { at, isQuoted };
    previous = token;
    if (!MARKS.has(token)) at += token.length;
  }
  return undefined;
}
