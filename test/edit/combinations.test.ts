import { describe, expect, test } from 'vitest';
import { lower } from '../../src/edit/lower.ts';
import { splice } from '../../src/edit/splice.ts';
import { append, type Edit, Refusal, remove, set } from '../../src/edit/tree/edit.ts';
import type { Document } from '../../src/syntax/document.ts';
import type { Json } from '../../src/syntax/json-value.ts';
import { parse } from '../../src/syntax/parse.ts';
import { child, type Place } from '../../src/syntax/place.ts';
import { fault } from './invariants.ts';
import { type Layout, LISTS, MAPS } from './layouts.ts';
import { LONG } from './runs.ts';

const MOST_ITEMS = LONG ? 4 : 2;

describe.each([
  { kind: 'map', layouts: MAPS, additions: toMap },
  { kind: 'list', layouts: LISTS, additions: toList },
])('whatever happens together in one $kind', ({ layouts, additions }) => {
  test.each(layouts)('of $name', layout => {
    let made = 0;
    const refused = new Set<string>();
    for (const { document, size } of documentsOf(layout)) {
      const keys =
        additions === toMap ? Array.from({ length: size }, (_, i) => `K${i}`) : [...Array(size).keys()];
      const at = { document, path: layout.path };
      for (const fates of tuples(layout.isPlain ? FATES : COARSE, size))
        for (const added of additions(at, size)) {
          const edits = [...keys.flatMap((key, i) => change(child(at, key), fates[i] ?? 'stays')), ...added];
          const splices = lower(document, edits);
          if (splices instanceof Refusal) refused.add(String(splices.why));
          else {
            const after = splice(document.text, splices);
            expect(fault(document, edits, splices, after), `${document.text} >>> ${after}`).toBeUndefined();
            made++;
          }
        }
    }
    expect(made).toBeGreaterThan(8);
    expect([...refused].filter(why => !expected(layout).test(why))).toEqual([]);
  });
});

function documentsOf({
  file,
  open,
  item,
  parting,
  close,
}: Layout): readonly { document: Document; size: number }[] {
  return Array.from({ length: MOST_ITEMS }, (_, i) => {
    const items = Array.from({ length: i + 1 }, (_, k) => item.replaceAll('#', String(k)));
    const document = parse(file, open + items.join(parting) + close);
    expect(document.problems).toEqual([]);
    return { document, size: i + 1 };
  });
}

/** What may be refused: what would lose a comment, leave nothing of the template, or become part of its last text. */
function expected({ path, item, parting, close }: Layout): RegExp {
  if (path.length === 0) return /^The template would be empty\.$/;
  if (parting.includes('#') || close.includes('# last')) return /^The comment `.*` would be lost\.$/;
  return item.startsWith('- |') && close === ''
    ? /^The file ends in a block scalar without a line break/
    : /^$/;
}

type Fate = 'stays' | 'goes' | 'changes';
const FATES: readonly Fate[] = ['stays', 'goes', 'changes'];
const COARSE: readonly Fate[] = ['stays', 'goes'];
const VALUES: readonly Json[] = [2, { A: { B: [1, 2] } }, [1, { A: 2 }]];

function change(at: Place, fate: Fate): readonly Edit[] {
  if (fate === 'stays') return [];
  return [fate === 'goes' ? remove(at) : set(at, VALUES[at.path.join().length % VALUES.length] ?? 2)];
}

/** Nothing new, one or two new entries at the end, or one behind each of those that are there. */
function toMap(at: Place, size: number): readonly (readonly Edit[])[] {
  const [n, m]: readonly [Edit, Edit] = [set(child(at, 'N'), 1), set(child(at, 'M'), { A: [1] })];
  const behind = Array.from({ length: size }, (_, i): readonly Edit[] => [
    { op: 'set', at: child(at, 'N'), value: 1, after: `K${i}` },
  ]);
  return [[], [n], [m], [n, m], ...behind];
}

function toList(at: Place): readonly (readonly Edit[])[] {
  const [n, m] = [append(at, 1), append(at, { A: [1], B: 2 })];
  return [[], [n], [m], [n, m], [m, n]];
}

function tuples<T>(values: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return tuples(values, size - 1).flatMap(rest => values.map(value => [...rest, value]));
}
