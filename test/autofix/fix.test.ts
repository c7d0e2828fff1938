import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/syntax/document.ts';
import { add, type Found, mend, put, rule, turns, valueAt } from './test-rules.ts';

const P = 'Resources.A.Properties.P';

function template(properties: string): string {
  return `Resources:\n  A:\n    Type: AWS::X::Y\n    Properties: # note\n${properties.replace(/^/gm, '      ')}\n`;
}

describe('fixes that do not meet', () => {
  const names = Array.from({ length: 300 }, (_, i) => `K${i}`);
  const text = template(names.map(name => `${name}: 1`).join('\n'));

  test('are all made in one pass, however many', async () => {
    let looks = 0;
    const all = rule('all', document => {
      looks++;
      return names.flatMap(name => turnedOn(document, `Resources.A.Properties.${name}`));
    });
    const { changed, report } = await mend(text, [all]);
    expect(changed[0]?.after).toBe(text.replaceAll(': 1\n', ': 2\n'));
    expect(report.fixes.applied).toHaveLength(300);
    expect(report.findings).toEqual([]);
    expect(looks).toBe(2);
  });

  test('are made without one that breaks the law, which is refused', async () => {
    const liar = rule('liar', document =>
      valueAt(document, 'Resources.A.Properties.L') === undefined
        ? []
        : [lie(document, 'Resources.A.Properties.L', 'Resources.A.Properties.M.0')],
    );
    const all = rule('all', document =>
      names.flatMap(name => turnedOn(document, `Resources.A.Properties.${name}`)),
    );
    const before = `${text}      L:\n        - N: 1\n      M:\n        - N: 2\n`;
    const { changed, report } = await mend(before, [all, liar]);
    expect(changed[0]?.after).toBe(before.replace(/(K\d+): 1\n/g, '$1: 2\n'));
    expect(report.fixes.applied).toHaveLength(300);
    expect(report.fixes.refused).toEqual([
      {
        ruleId: 'liar',
        file: 'template.yaml',
        title: 'liar',
        why: 'The result at Resources.A.Properties.L.1.N would not be as intended.',
      },
    ]);
  });

  test('are made once where two want the same', async () => {
    const { changed, report } = await mend(template('P: 1'), [turns('one', P, 1, 2), turns('two', P, 1, 2)]);
    expect(changed[0]?.after).toBe(template('P: 2'));
    expect(report.fixes.applied.map(each => each.ruleId)).toEqual(['one', 'two']);
  });
});

describe('unsafe fixes', () => {
  const unsafe = rule('unsafe', document =>
    valueAt(document, P) === 1
      ? [{ path: P, message: 'P is 1.', fix: { safety: 'unsafe', edits: [put(document, P, 2)] } }]
      : [],
  );

  test('are made only when they are asked for', async () => {
    expect((await mend(template('P: 1'), [unsafe])).changed).toEqual([]);
    expect((await mend(template('P: 1'), [unsafe], { unsafe: true })).changed[0]?.after).toBe(
      template('P: 2'),
    );
  });
});

describe('several files', () => {
  test('are fixed each for itself, and only those that change are named', async () => {
    const { changed, report } = await mend(
      {
        'a.yaml': template('P: 1'),
        'b.yaml': template('P: 2'),
        'c.json': '{"Resources":{"A":{"Type":"AWS::X::Y","Properties":{"P":1}}}}',
      },
      [turns('one', P, 1, 2)],
    );
    expect(changed.map(each => [each.file, each.after])).toEqual([
      ['a.yaml', template('P: 2')],
      ['c.json', '{"Resources":{"A":{"Type":"AWS::X::Y","Properties":{"P":2}}}}'],
    ]);
    expect(report.fixes.applied.map(each => each.file)).toEqual(['a.yaml', 'c.json']);
  });
});

function turnedOn(document: Document, path: string): readonly Found[] {
  return valueAt(document, path) === 1
    ? [{ path, message: `${path} is 1.`, fix: { edits: [put(document, path, 2)] } }]
    : [];
}

/** An edit whose text is not what it says it is. */
function lie(document: Document, list: string, from: string): Found {
  return { path: list, message: 'L lacks an item.', fix: { edits: [add(document, list, { N: 1 }, from)] } };
}
