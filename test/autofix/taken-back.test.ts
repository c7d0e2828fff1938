import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/syntax/document.ts';
import { mend, put, rule, turns, valueAt } from './test-rules.ts';

const P = 'Resources.A.Properties.P';
const Q = 'Resources.B.Properties.Q';
const BEFORE =
  'Resources:\n  A:\n    Type: AWS::X::Y\n    Properties: {P: 1}\n  B:\n    Properties: {Q: 1}\n';

const good = turns('good', Q, 1, 2);

describe('a fix whose finding remains', () => {
  const useless = rule('useless', document => [
    { path: 'Resources.A', message: 'It is not right.', fix: { edits: [put(document, P, 2)] } },
  ]);

  test('is taken back and refused; the others stay', async () => {
    const { changed, report } = await mend(BEFORE, [useless, good]);
    expect(changed[0]?.after).toBe(BEFORE.replace('Q: 1', 'Q: 2'));
    expect(report.fixes.applied.map(each => each.ruleId)).toEqual(['good']);
    expect(report.fixes.refused).toEqual([
      {
        ruleId: 'useless',
        file: 'template.yaml',
        title: 'useless',
        why: 'The finding would still be there.',
      },
    ]);
    expect(report.findings.map(each => each.ruleId)).toEqual(['useless']);
  });

  test('is found out though others that say the same are gone', async () => {
    const half = rule('half', document => [
      ...(valueAt(document, P) === 1
        ? [{ path: P, message: 'A is not right.', fix: { edits: [put(document, P, 2)] } }]
        : []),
      {
        path: 'Resources.A.Type',
        message: 'A is not right.',
        fix: { edits: [put(document, 'Resources.A.R', 2)] },
      },
    ]);
    const { changed, report } = await mend(BEFORE, [half]);
    expect(changed).toEqual([]);
    expect(report.fixes.refused.map(each => each.why)).toEqual(['The finding would still be there.']);
  });

  test('is refused where it would change nothing at all', async () => {
    const idle = rule('idle', document => [
      { path: P, message: 'It is not right.', fix: { edits: [put(document, P, 1)] } },
    ]);
    const { changed, report } = await mend(BEFORE, [idle, good]);
    expect(changed[0]?.after).toBe(BEFORE.replace('Q: 1', 'Q: 2'));
    expect(report.fixes.refused.map(each => each.why)).toEqual(['The finding would still be there.']);
  });
});

describe('a fix that leaves an error', () => {
  const risky = turns('risky', P, 1, 2);
  const breaks = rule('breaks', document =>
    valueAt(document, P) === 2 ? [{ path: P, message: 'P must not be 2.' }] : [],
  );

  test('is taken back and refused with the error; the others stay', async () => {
    const { changed, report } = await mend(BEFORE, [risky, breaks, good]);
    expect(changed[0]?.after).toBe(BEFORE.replace('Q: 1', 'Q: 2'));
    expect(report.fixes.refused).toEqual([
      {
        ruleId: 'risky',
        file: 'template.yaml',
        title: 'risky',
        why: 'It would cause a new error: P must not be 2.',
      },
    ]);
  });

  test('is taken back from a loop too, and the others stay', async () => {
    const path = 'Resources.Fn::ForEach::As.2.A${X}.Properties.P';
    const inLoop = `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::As:
    - X
    - [B, C]
    - A\${X}:
        Type: AWS::X::Y
        Properties: {P: 1}
  B:
    Properties: {Q: 1}
`;
    const rules = [
      turns('risky', path, 1, 2),
      rule('breaks', document =>
        valueAt(document, path) === 2 ? [{ path, message: 'P must not be 2.' }] : [],
      ),
      good,
    ];
    const { changed, report } = await mend(inLoop, rules);
    expect(changed[0]?.after).toBe(inLoop.replace('Q: 1', 'Q: 2'));
    expect(report.fixes.refused.map(each => each.ruleId)).toEqual(['risky']);
  });

  test.each([
    {
      hint: 'told',
      related: ['Resources.A'],
      changed: ['a.yaml: 2', 'b.yaml: 2'],
      refused: ['a.yaml: risky'],
    },
    {
      hint: 'not told',
      related: [],
      changed: [],
      refused: ['a.yaml: good', 'a.yaml: risky', 'b.yaml: good'],
    },
  ])('in another file is taken back, where it is $hint what the error comes from', async each => {
    const parts: Document[] = [];
    const follows = rule('follows', document => {
      if (document.file === 'a.yaml') parts.splice(0, 1, document);
      const [a] = parts;
      if (document.file !== 'b.yaml' || !a || valueAt(a, P) !== 2) return [];
      return [{ path: 'Resources.A', message: 'P is 2 in a.yaml.', related: each.related, of: a }];
    });
    const files = { 'a.yaml': BEFORE, 'b.yaml': BEFORE.replace('P: 1', 'P: 0') };
    const { changed, report } = await mend(files, [risky, follows, good]);
    expect(changed.map(({ file, after }) => `${file}: ${/Q: (.)/.exec(after)?.[1]}`)).toEqual(each.changed);
    const refused = report.fixes.refused.map(({ file, ruleId }) => `${file}: ${ruleId}`);
    expect(refused.sort()).toEqual(each.refused);
  });

  test('stays when it is only a warning, or was there before', async () => {
    const warns = rule('warns', document =>
      valueAt(document, P) === 2 ? [{ path: P, message: 'P is 2.', severity: 'warning' }] : [],
    );
    const always = rule('always', document => [{ path: P, message: `P is ${valueAt(document, P)}.` }]);
    const { changed, report } = await mend(BEFORE, [risky, warns, always]);
    expect(changed[0]?.after).toBe(BEFORE.replace('P: 1', 'P: 2'));
    expect(report.fixes.refused).toEqual([]);
  });

  test('stays when a later pass fixes it', async () => {
    const { changed, report } = await mend(BEFORE, [risky, turns('fixes', P, 2, 3)]);
    expect(changed[0]?.after).toBe(BEFORE.replace('P: 1', 'P: 3'));
    expect(report.fixes.applied.map(each => each.ruleId)).toEqual(['risky', 'fixes']);
  });
});

describe('fixes without end', () => {
  test('that go in a circle are refused; the others stay', async () => {
    const circle = [turns('one', P, 1, 2), turns('two', P, 2, 3), turns('three', P, 3, 1)];
    const { changed, report } = await mend(BEFORE, [...circle, good]);
    expect(changed[0]?.after).toBe(BEFORE.replace('Q: 1', 'Q: 2'));
    expect(report.fixes.applied.map(each => each.ruleId)).toEqual(['good']);
    expect(report.fixes.refused.map(each => each.ruleId).sort()).toEqual(['one', 'three', 'two']);
    expect(String(report.fixes.refused[0]?.why)).toMatch(
      /^It (?:and other fixes would undo one another|would cause a new error)/,
    );
  });

  test('that always find something new stop, and say that they did', async () => {
    const more = rule('more', document => {
      const count = Number(valueAt(document, P));
      return [{ path: P, message: `P is only ${count}.`, fix: { edits: [put(document, P, count + 1)] } }];
    });
    const { changed, report } = await mend(BEFORE, [more, good]);
    expect(changed[0]?.after).toBe(BEFORE.replace('P: 1', 'P: 11').replace('Q: 1', 'Q: 2'));
    expect(report.fixes.refused).toEqual([
      {
        ruleId: 'more',
        file: 'template.yaml',
        title: 'more',
        why: 'After 10 passes, it was still waiting for other fixes.',
      },
    ]);
  });

  test('that come under another name each time leave the file alone', async () => {
    let looks = 0;
    const fickle = rule('fickle', document => [
      {
        path: 'Resources.A',
        message: 'It is not right.',
        fix: { title: `try ${looks++}`, edits: [put(document, P, 2)] },
      },
    ]);
    const { changed, report } = await mend(BEFORE, [fickle, good]);
    expect(changed).toEqual([]);
    expect(report.fixes.applied).toEqual([]);
    expect(report.findings.map(each => each.ruleId).sort()).toEqual(['fickle', 'good']);
  });
});
