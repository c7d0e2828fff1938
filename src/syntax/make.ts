import { say } from '../i18n/sentence.ts';
import type { SyntaxProblem } from './document.ts';
import type { Entry, Mapping, Node, Range, Scalar, ScalarStyle } from './node.ts';
import { longForm } from './tags.ts';

/** What a node is, unless an anchor, an alias or a merge key says otherwise. */
export const ALONE = { shared: false, anchored: false } as const;

/** The tree of a text that says nothing. */
export function emptyTree(text: string): Scalar {
  return nullScalar({ start: text.length, end: text.length });
}

export function nullScalar(range: Range): Scalar {
  return { kind: 'scalar', value: null, style: 'plain', range, ...ALONE, origin: undefined };
}

/** @param isText Whether it is text whatever it looks like, as in quotes or behind a tag. */
export function scalar(
  source: string,
  style: ScalarStyle,
  isText: boolean,
  range: Range,
  origin: Scalar['origin'],
): Scalar {
  const value = isText ? source : readPlain(source);
  return {
    kind: 'scalar',
    value,
    style,
    range,
    ...ALONE,
    origin,
    ...(typeof value === 'number' && String(value) !== source && { written: source }),
  };
}

/** The map that a tag stands for. */
export function tagged(
  tag: string,
  written: Node,
  keyRange: Range,
  range: Range,
  origin: Node['origin'],
): Mapping {
  const value = tag === '!GetAtt' ? dotted(written) : written;
  const only: Entry = { key: longForm(tag), keyRange, value, merged: false, origin: undefined };
  return { kind: 'mapping', entries: [only], tag, range, ...ALONE, origin };
}

/** `!GetAtt Role.Arn` is the list `[Role, Arn]`; the attribute may hold further dots (`Outputs.Name`). */
function dotted(node: Node): Node {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return node;
  const dot = node.value.indexOf('.');
  if (dot < 0) return node;
  const part = (value: string): Scalar => ({ ...node, value, origin: undefined });
  const items = [part(node.value.slice(0, dot)), part(node.value.slice(dot + 1))];
  return { kind: 'sequence', items, range: node.range, ...ALONE, origin: undefined };
}

export function duplicateKeys(entries: readonly Entry[]): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const seen = new Set<string>();
  for (const { key, keyRange } of entries) {
    if (seen.has(key)) {
      const message = say`Duplicate key \`${key}\`: CloudFormation does not say which of the two applies.`;
      problems.push({ kind: 'duplicate-key', message, range: keyRange });
    }
    seen.add(key);
  }
  return problems;
}

const NULL = /^(?:~|null|Null|NULL)?$/;

const TRUE = /^(?:true|True|TRUE|yes|Yes|YES|on|On|ON)$/;

const FALSE = /^(?:false|False|FALSE|no|No|NO|off|Off|OFF)$/;

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/**
 * Types a plain (unquoted) scalar as CloudFormation does, which reads YAML 1.1: `yes` and `on` are true.
 * Numbers are typed only when writing them again gives the same number: `0123`, `1_000`, `2012-10-17` and an
 * account id too long for a double stay the text that they are.
 */
export function readPlain(source: string): string | number | boolean | null {
  if (NULL.test(source)) return null;
  if (TRUE.test(source)) return true;
  if (FALSE.test(source)) return false;
  if (NUMBER.test(source)) {
    const number = Number(source);
    if (Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))) return number;
  }
  return source;
}
