import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lower } from '../../src/edit/lower.ts';
import { splice } from '../../src/edit/splice.ts';
import { append, type Edit, Refusal, remove, type Splice, set } from '../../src/edit/tree/edit.ts';
import { hasMergeKey, isVacant } from '../../src/edit/tree/nodes.ts';
import { verifyEdit } from '../../src/edit/verify/verify-edit.ts';
import type { Document } from '../../src/syntax/document.ts';
import { parse } from '../../src/syntax/parse.ts';
import { nodeAt } from '../../src/syntax/place.ts';
import { anyFile } from './arbitrary.ts';
import { anyWishes, grant } from './edit-arbitraries.ts';
import { comments, fault, objection } from './invariants.ts';
import { print } from './print.ts';
import { CASES } from './runs.ts';

/** All that is ever said against an edit whose place is there. */
const REASONS: readonly RegExp[] = [
  /^The comment `.*` would be lost\.$/,
  /^There is already a list or a map\.$/,
  /^It is an argument of a function\.$/,
  /^An alias repeats it elsewhere, where it would change too\.$/,
  /^It is repeated there from elsewhere by an alias\.$/,
  /^The value there has an anchor, so other places may repeat it\.$/,
  /^It is written in a form that fixes do not edit\.$/,
  /^The template would be empty\.$/,
  /^The file ends in a block scalar without a line break, and the new text would become part of it\.$/,
  /^The merge key next to it may bring it back\.$/,
  /^The value there is an intrinsic function\.$/,
  /^Everything there is moved away, and something else is to be inserted there\.$/,
  /^The comment below it would become part of the text above\.$/,
  /^The key there has no value\.$/,
  /^The map already has that key\.$/,
];

const anyTemplate: fc.Arbitrary<{ readonly file: string; readonly text: string }> = anyFile.map(file => ({
  file: file.format === 'json' ? 'template.json' : 'template.yaml',
  text: print(file),
}));

describe('any edits of any template', () => {
  test('say what was meant, and nothing else changes', () => {
    let [made, refused] = [0, 0];
    fc.assert(
      fc.property(anyTemplate, anyWishes, ({ file, text }, wishes) => {
        const document = parse(file, text);
        expect(document.problems).toEqual([]);
        const edits = grant(document, wishes);
        const splices = lower(document, edits);
        if (splices instanceof Refusal) {
          expect(REASONS.filter(each => each.test(String(splices.why)))).toHaveLength(1);
          refused++;
          return;
        }
        made++;
        expect(fault(document, edits, splices, splice(document.text, splices))).toBeUndefined();
      }),
      CASES,
    );
    expect(made).toBeGreaterThan(refused);
  });

  test('may write one value anew that moves, and move another with its text', () => {
    const document = parse('template.yaml', 'A:\n- 0123\nB:\n- yes\n- true\nC:\n- {}\n- []\n');
    const at = (...path: (string | number)[]) => ({ document, path });
    const edits: Edit[] = [
      set(at('C', 0, 'New'), ['0123'], at('A')),
      remove(at('A')),
      append(at('C', 1), ['yes', 'true'], at('B')),
      remove(at('B')),
    ];
    const splices = lower(document, edits);
    if (splices instanceof Refusal) throw new Error(String(splices.why));
    expect(fault(document, edits, splices, splice(document.text, splices))).toBeUndefined();
  });

  test('leave no trace when what they added is taken away again', () => {
    let trips = 0;
    fc.assert(
      fc.property(anyTemplate, anyWishes, ({ file, text }, wishes) => {
        const document = parse(file, text);
        for (const edit of grant(document, wishes)) {
          const back = way(document, edit);
          const there = back && lower(document, [edit]);
          if (!back || !there || there instanceof Refusal) continue;
          const added = parse(document.file, splice(document.text, there));
          const removal: Edit = { op: 'remove', at: { document: added, path: back } };
          const again = lower(added, [removal]);
          expect(again).not.toBeInstanceOf(Refusal);
          if (!(again instanceof Refusal)) expect(splice(added.text, again)).toBe(document.text);
          trips++;
        }
      }),
      CASES,
    );
    expect(trips).toBeGreaterThan((CASES.numRuns ?? 0) / 3);
  });

  test('are caught when their splices are not what they should be', () => {
    let [caught, harmless] = [0, 0];
    const anyDamage = fc.record({
      which: fc.nat(),
      kind: fc.constantFrom('shift', 'drop'),
      by: fc.integer({ min: -3, max: 3 }),
      at: fc.nat(),
    });
    fc.assert(
      fc.property(anyTemplate, anyWishes, anyDamage, ({ file, text }, wishes, damage) => {
        const document = parse(file, text);
        const edits = grant(document, wishes);
        const splices = lower(document, edits);
        if (splices instanceof Refusal || splices.length === 0) return;
        const right = splice(document.text, splices);
        const wrong = splice(document.text, damaged(document.text, splices, damage));
        if (wrong === right) return;
        const why =
          verifyEdit(document, parse(document.file, wrong), edits) ?? objection(document, wrong, edits);
        if (why !== undefined) {
          caught++;
          return;
        }
        harmless++;
        expect(comments(document, wrong)).toBeUndefined();
      }),
      CASES,
    );
    expect(caught).toBeGreaterThan(3 * harmless);
  });
});

/** Where the thing stands that an edit adds to what is there, if it does just that. */
function way(document: Document, edit: Edit): Edit['at']['path'] | undefined {
  const { op, at } = edit;
  if (!('value' in edit) || edit.textOf) return undefined;
  if (at.path.some(key => /^(?:Fn::|!)/.test(String(key)))) return undefined;
  const around = nodeAt(op === 'append' ? at : { document, path: at.path.slice(0, -1) });
  if (!around || isVacant(around) || (around.kind === 'mapping' && hasMergeKey(around))) return undefined;
  if (op === 'set') return nodeAt(at) ? undefined : at.path;
  return around.kind === 'sequence' ? [...at.path, around.items.length] : undefined;
}

function damaged(
  text: string,
  splices: readonly Splice[],
  {
    which,
    kind,
    by,
    at,
  }: { readonly which: number; readonly kind: string; readonly by: number; readonly at: number },
): readonly Splice[] {
  const index = which % splices.length;
  return splices.map((each, i) => {
    if (i !== index) return each;
    if (kind === 'shift') {
      const move = (offset: number): number => Math.min(Math.max(offset + by, 0), text.length);
      return { ...each, start: move(each.start), end: move(each.end) };
    }
    const drop = at % Math.max(1, each.text.length);
    return { ...each, text: each.text.slice(0, drop) + each.text.slice(drop + 1) };
  });
}
