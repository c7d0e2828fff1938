import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/syntax/document.ts';
import { add, type Found, mend, put, rule, take, turns, valueAt } from './own-rules.ts';

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
        why: 'What is written at Resources.A.Properties.L.1.N would not be what was meant.',
      },
    ]);
  });

  test('are made once where two want the same', async () => {
    const { changed, report } = await mend(template('P: 1'), [turns('one', P, 1, 2), turns('two', P, 1, 2)]);
    expect(changed[0]?.after).toBe(template('P: 2'));
    expect(report.fixes.applied.map(each => each.ruleId)).toEqual(['one', 'two']);
  });
});

describe('fixes that meet', () => {
  test('wait for the next pass', async () => {
    const { changed, report } = await mend(template('P: 1'), [
      turns('first', P, 1, 2),
      rule('second', document =>
        valueAt(document, P) === 3
          ? []
          : [{ path: P, message: 'P is not 3.', fix: { edits: [put(document, P, 3)] } }],
      ),
    ]);
    expect(changed[0]?.after).toBe(template('P: 3'));
    expect(report.fixes.applied.map(each => each.ruleId)).toEqual(['first', 'second']);
  });

  test('wait where both would make the same map', async () => {
    const missing = (id: string) =>
      rule(id, document => {
        const path = `${P}.${id}`;
        return valueAt(document, path) === 1
          ? []
          : [
              {
                path: 'Resources.A',
                message: `${path} is missing.`,
                fix: { edits: [put(document, path, 1)] },
              },
            ];
      });
    const { changed } = await mend(template('Q: 1'), [missing('U'), missing('V')]);
    expect(changed[0]?.after).toBe(template('Q: 1\nP:\n  U: 1\n  V: 1'));
  });

  test('wait where both would empty the same list', async () => {
    const unwanted = (id: string, value: number) =>
      rule(id, document => {
        const list = valueAt(document, P);
        const i = Array.isArray(list) ? list.indexOf(value) : -1;
        return i < 0
          ? []
          : [{ path: P, message: `P has ${value}.`, fix: { edits: [take(document, `${P}.${i}`)] } }];
      });
    const { changed, report } = await mend(template('P:\n  - 1\n  - 2'), [
      unwanted('one', 1),
      unwanted('two', 2),
    ]);
    expect(changed[0]?.after).toBe(template('P: []'));
    expect(report.fixes.refused).toEqual([]);
  });
});

describe('fixes that take something as given', () => {
  const Q = 'Resources.A.Properties.Q';
  const follows = (id: string, path: string, given: string) =>
    rule(id, document => {
      const wanted = valueAt(document, given) ?? 0;
      return valueAt(document, path) === wanted
        ? []
        : [
            {
              path,
              message: `${path} is not ${wanted}.`,
              fix: { edits: [put(document, path, wanted)], given: [given] },
            },
          ];
    });

  test('wait while another is to change that, and are then thought over', async () => {
    const { changed, report } = await mend(template('P: 1\nQ: 1'), [follows('q', Q, P), turns('p', P, 1, 2)]);
    expect(changed[0]?.after).toBe(template('P: 2\nQ: 2'));
    expect(report.fixes.applied.map(each => each.ruleId)).toEqual(['p', 'q']);
  });

  test('do not wait for one another for ever, nor for themselves', async () => {
    const both = await mend(template('P: 1\nQ: 2'), [follows('q', Q, P), follows('p', P, Q)]);
    expect(both.changed[0]?.after).toBe(template('P: 2\nQ: 2'));
    const own = await mend(template('P: 1'), [
      rule('own', document =>
        valueAt(document, P) === 1
          ? [{ path: P, message: 'P is 1.', fix: { edits: [put(document, P, 2)], given: [P] } }]
          : [],
      ),
    ]);
    expect(own.changed[0]?.after).toBe(template('P: 2'));
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
  test('are mended each for itself, and only those that change are named', async () => {
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
