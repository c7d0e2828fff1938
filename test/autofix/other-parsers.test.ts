import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/syntax/document.ts';
import { add, mend, put, rule, turns, valueAt } from './test-rules.ts';

const P = 'Resources.A.Properties.P';

describe('the other parsers', () => {
  test('keep a file from being fixed that they cannot read', async () => {
    const text = 'Resources:\n  &a A:\n    Type: AWS::X::Y\n    Properties: {P: 1}\n';
    const { changed, report, verificationFailures } = await mend(text, [turns('one', P, 1, 2)]);
    expect(changed).toEqual([]);
    expect(verificationFailures).toEqual([]);
    expect(report.findings).toHaveLength(1);
    expect(report.fixes.refused.map(each => ({ ...each, why: String(each.why) }))).toEqual([
      {
        ruleId: 'one',
        file: 'template.yaml',
        title: 'one',
        why: expect.stringMatching(/^The template is not readable as YAML \(js-yaml\): .*\.$/),
      },
    ]);
  });

  test('keep a file from being fixed that has a word of YAML for a key', async () => {
    const { changed, report } = await mend('Resources:\n  On: {Type: AWS::X::Y, Properties: {P: 1}}\n', [
      turns('one', 'Resources.On.Properties.P', 1, 2),
    ]);
    expect(changed).toEqual([]);
    expect(report.fixes.refused.map(each => each.why)).toEqual([
      'The key `On` is a YAML keyword, which not every parser reads as text.',
    ]);
  });

  test.each(['{V: 1}', '[1]', '1', '\n      V: 1'])(
    'read what stands behind an anchor: %s',
    async anchored => {
      const text = `Resources:\n  A:\n    Type: AWS::X::Y\n    Properties:\n      P: 1\n  B:\n    Q: &a ${anchored}\n    R: *a\n`;
      const { changed, report } = await mend(text, [turns('one', P, 1, 2)]);
      expect(report.fixes.refused).toEqual([]);
      expect(changed[0]?.after).toBe(text.replace('P: 1', 'P: 2'));
    },
  );

  test('keep only that file from being fixed in which they read something else than was meant', async () => {
    const { changed, report, verificationFailures } = await mend(
      { 'a.yaml': GOOD, 'odd.yaml': ODD, 'z.yaml': GOOD },
      [lengthens, turns('one', P, 1, 2)],
    );
    expect(changed.map(each => each.file)).toEqual(['a.yaml', 'z.yaml']);
    const why = 'Read as YAML (js-yaml), the fixed template would not be as intended at Metadata.A.';
    expect(verificationFailures).toEqual([{ file: 'odd.yaml', why }]);
    expect(report.fixes.applied.map(each => each.file)).toEqual(['a.yaml', 'z.yaml']);
    expect(report.fixes.refused).toEqual([
      { ruleId: 'lengthens', file: 'odd.yaml', title: 'lengthens', why },
    ]);
    expect(report.findings.map(each => [each.file, each.ruleId])).toEqual([['odd.yaml', 'lengthens']]);
  });

  test('keep fixes of other files from being made that rest on what is not written', async () => {
    let isLong = false;
    const follows = rule('follows', document => {
      if (document.file === 'odd.yaml') isLong = !isShort(document);
      return document.file === 'z.yaml' && isLong && valueAt(document, P) === 1
        ? [{ path: P, message: 'P does not follow A.', fix: { edits: [put(document, P, 2)] } }]
        : [];
    });
    const { changed, report } = await mend({ 'odd.yaml': ODD, 'z.yaml': GOOD }, [lengthens, follows]);
    expect(changed).toEqual([]);
    expect(report.findings.map(each => each.ruleId)).toEqual(['lengthens']);
  });
});

/** After an empty item at its end, js-yaml 3 counts the items of the list around to the list inside. */
const ODD = 'AWSTemplateFormatVersion: "2010-09-09"\nMetadata:\n  A:\n    - - true\n      - # note\n';

const GOOD = 'Resources:\n  A: {Type: AWS::X::Y, Properties: {P: 1}}\n';

const lengthens = rule('lengthens', document =>
  isShort(document)
    ? [
        {
          path: 'Metadata.A',
          message: 'A is short.',
          fix: { edits: [add(document, 'Metadata.A', { C: 2 })] },
        },
      ]
    : [],
);

function isShort(document: Document): boolean {
  return valueAt(document, 'Metadata.A') !== undefined && valueAt(document, 'Metadata.A.1') === undefined;
}
