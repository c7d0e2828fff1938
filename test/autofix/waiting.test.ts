import { describe, expect, test } from 'vitest';
import { mend, put, rule, take, turns, valueAt } from './test-rules.ts';

const P = 'Resources.A.Properties.P';

function template(properties: string): string {
  return `Resources:\n  A:\n    Type: AWS::X::Y\n    Properties: # note\n${properties.replace(/^/gm, '      ')}\n`;
}

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

  test('wait as a whole, with all their edits', async () => {
    const pair = rule('pair', document => {
      if (valueAt(document, P) === 3) return [];
      const edits = [
        put(document, P, 3),
        put(document, 'Resources.A.Properties.Q', valueAt(document, P) ?? 0),
      ];
      return [{ path: P, message: 'P is not 3.', fix: { edits } }];
    });
    const { changed } = await mend(template('P: 1\nQ: 0'), [turns('first', P, 1, 2), pair]);
    expect(changed[0]?.after).toBe(template('P: 3\nQ: 2'));
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
