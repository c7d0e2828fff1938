import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Document, SyntaxProblem, TextTypo } from '../document.ts';
import { firstError } from '../explain-error.ts';
import { RangeMover } from '../move-ranges.ts';
import { type Node, toJson } from '../node.ts';
import { read } from '../read.ts';
import { colonTypo } from './colon-typo.ts';
import { findTypos, withoutTypos } from './recoverable-errors.ts';
import { tabTypos } from './tab-typos.ts';

/** What a text says when its slips are no part of it. */
type Recovered = Pick<Document, 'root' | 'problems' | 'typos'>;

/** Nothing when a text has no slips, or is no YAML without them either. */
export function readWithoutTypos(text: string, isBroken: boolean): Recovered | undefined {
  const all = findTypos(text);
  for (const typos of [all, all.filter(each => each.kind === 'comma')])
    if (typos.length > 0) {
      const recovered = recover(text, typos);
      if (recovered) return recovered;
    }
  return isBroken ? (recover(text, []) ?? recoverTabs(text)) : undefined;
}

/** As the problem of a text that cannot be read as it stands. */
export function typoProblem({ kind, range }: TextTypo): SyntaxProblem {
  return { kind: 'slip', message: slipMessage(kind), range };
}

function slipMessage(kind: TextTypo['kind']): Sentence {
  switch (kind) {
    case 'comma':
      return say`A comma here makes the template unreadable.`;
    case 'tab':
      return say`A tab in the indentation makes the template unreadable.`;
    case 'full-width colon':
      return say`A full-width colon here makes the template unreadable.`;
    case 'colon without space':
      return say`A colon without a following space makes the template unreadable.`;
    default:
      return say`A full-width or no-break space here makes the template unreadable.`;
  }
}

/** So many colons are put right in one text; each takes another reading. */
const MOST_COLONS = 50;

/** What the text says without slips, and without the colons that then keep it from being read, or come up. */
function recover(text: string, slips: readonly TextTypo[]): Recovered | undefined {
  let typos = slips;
  for (let colons = 0; colons <= MOST_COLONS; colons++) {
    const mover = new RangeMover(typos);
    const readable = withoutTypos(text, typos);
    const { root, problems } = read(readable, 'yaml');
    const moved = problems.map(each => ({ ...each, range: mover.range(each.range) }));
    const error = firstError(moved);
    const more = error
      ? [colonTypo(text, error.range.start) ?? []].flat()
      : findTypos(readable).map(each => ({ ...each, range: mover.range(each.range) }));
    const found = more.filter(each => isNewColon(each, typos));
    if (found.length === 0) return error ? undefined : { root: mover.node(root), problems: moved, typos };
    typos = [...typos, ...found].sort((a, b) => a.range.start - b.range.start);
  }
  return undefined;
}

function isNewColon({ kind, range }: TextTypo, known: readonly TextTypo[]): boolean {
  const isColon = kind === 'full-width colon' || kind === 'colon without space';
  return isColon && !known.some(each => each.range.start === range.start);
}

/** How far apart editors put the stops of tabs. */
const TAB_WIDTHS: readonly number[] = [2, 4, 8];

/** Nothing unless the text says the same at every width at which it can be read. */
function recoverTabs(text: string): Recovered | undefined {
  const readings = TAB_WIDTHS.flatMap(width => {
    const typos = tabTypos(text, width);
    return (typos.length > 0 && recover(text, typos)) || [];
  });
  const [one, ...others] = readings;
  if (!one || one.typos.some(({ range }) => isWithinText(text, range.start, one.root))) return undefined;
  const said = JSON.stringify(toJson(one.root));
  return others.every(({ root }) => JSON.stringify(toJson(root)) === said) ? one : undefined;
}

/** Whether a tab stands behind the indentation of a text of several lines, of which it is a part. */
function isWithinText(text: string, at: number, node: Node): boolean {
  if (!/[ \t]/.test(text.charAt(at - 1)) || at <= node.range.start || node.range.end <= at) return false;
  if (node.kind === 'scalar') return true;
  const inner = node.kind === 'sequence' ? node.items : node.entries.map(({ value }) => value);
  return inner.some(each => isWithinText(text, at, each));
}
