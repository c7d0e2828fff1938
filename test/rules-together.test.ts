import { describe, expect, test } from 'vitest';
import {
  DEFAULT_OPTIONS,
  type Diagnostic,
  type FixOptions,
  type FixOutcome,
  fix,
  lint,
  parse,
} from '../src/index.ts';
import { allFixtures, type Fixture, read } from './fixtures.ts';

/** All that the rules can mend, or those named. */
function options({ settings }: Fixture, only: readonly string[] = []): FixOptions {
  return { ...DEFAULT_OPTIONS, settings, only, pedantic: true, unsafe: true };
}

/** What the errors are about, whatever moves in the file. */
function errors(findings: readonly Diagnostic[]): ReadonlySet<string> {
  const sure = findings.filter(each => each.severity === 'error' && each.sure);
  return new Set(sure.map(({ ruleId, resource, path }) => `${ruleId} on ${resource ?? path.join('.')}`));
}

function added(before: readonly Diagnostic[], { report }: FixOutcome): readonly string[] {
  const known = errors(before);
  return [...errors(report.findings)].filter(each => !known.has(each));
}

const FUTILE = /^(?:It would leave|What it was to mend)/;

describe.each(allFixtures())('$name', fixture => {
  const document = read(fixture);
  const { findings } = lint([document], options(fixture));

  test('is mended by all rules together, and for good', async () => {
    const outcome = await fix([document], options(fixture));
    expect(outcome.disagreement).toBeUndefined();
    expect(outcome.report.fixes.refused.filter(({ why }) => FUTILE.test(why))).toEqual([]);
    expect(added(findings, outcome)).toEqual([]);
    const [mended] = outcome.changed;
    const again = mended && (await fix([parse(fixture.name, mended.after)], options(fixture)));
    expect(again?.changed ?? []).toEqual([]);
  });

  test.skipIf(fixture.rule === undefined)(
    'gets no error from its rule that the others cannot mend',
    async () => {
      const { changed } = await fix([document], options(fixture, [fixture.rule ?? '']));
      const [mended] = changed;
      if (!mended) return;
      const outcome = await fix([parse(fixture.name, mended.after)], options(fixture));
      expect(added(findings, outcome)).toEqual([]);
    },
  );
});
