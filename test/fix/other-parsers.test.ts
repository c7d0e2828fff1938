import { describe, expect, test } from 'vitest';
import { mend, type put, rule, turns, valueAt } from './own-rules.ts';

const P = 'Resources.A.Properties.P';

describe('the other parsers', () => {
  test('keep a file from being mended that they cannot read', async () => {
    const text = 'Resources:\n  &a A:\n    Type: AWS::X::Y\n    Properties: {P: 1}\n';
    const { changed, report, disagreement } = await mend(text, [turns('one', P, 1, 2)]);
    expect(changed).toEqual([]);
    expect(disagreement).toBeUndefined();
    expect(report.findings).toHaveLength(1);
    expect(report.fixes.refused.map(each => ({ ...each, why: String(each.why) }))).toEqual([
      {
        ruleId: 'one',
        file: 'template.yaml',
        why: expect.stringMatching(/^As YAML as read by js-yaml, the template cannot be read: .*\.$/),
      },
    ]);
  });

  test('keep a file from being mended that has a word of YAML for a key', async () => {
    const { changed, report } = await mend('Resources:\n  On: {Type: AWS::X::Y, Properties: {P: 1}}\n', [
      turns('one', 'Resources.On.Properties.P', 1, 2),
    ]);
    expect(changed).toEqual([]);
    expect(report.fixes.refused.map(each => each.why)).toEqual([
      'The key `On` is a word of YAML, which not every parser reads as text.',
    ]);
  });

  test('say so when they read something else than was meant', async () => {
    const text = 'AWSTemplateFormatVersion: "2010-09-09"\nMetadata:\n  A:\n    - - true\n      - # note\n';
    const { disagreement } = await mend(text, [
      rule('one', document =>
        valueAt(document, 'Metadata.A.1') === undefined
          ? [{ path: 'Metadata.A', message: 'A is short.', fix: { edits: [appended(document)] } }]
          : [],
      ),
    ]);
    expect(String(disagreement)).toMatch(
      /^template\.yaml: As YAML as read by js-yaml, the mended template would not say/,
    );
  });
});

function appended(document: Parameters<typeof put>[0]): ReturnType<typeof put> {
  return { op: 'append', at: { document, path: ['Metadata', 'A'] }, value: { C: 2 } };
}
