import { describe, expect, test } from 'vitest';
import {
  DEFAULT_OPTIONS,
  type Diagnostic,
  type Document,
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

function mended(document: Document, { changed }: FixOutcome): Document {
  const [text] = changed;
  return text ? parse(document.file, text.after) : document;
}

/** What the errors are about, whatever moves in the file. */
function errors(findings: readonly Diagnostic[]): readonly string[] {
  const sure = findings.filter(each => each.severity === 'error' && each.sure);
  return sure.map(({ ruleId, resource, path }) => `${ruleId} on ${resource ?? path.join('.')}`);
}

const FUTILE = /^(?:It would leave|What it was to mend)/;

describe.each(allFixtures())('$name', fixture => {
  const document = read(fixture);
  const all = options(fixture);
  const known = new Set(errors(lint([document], all).findings));
  const added = (findings: readonly Diagnostic[]): readonly string[] =>
    errors(findings).filter(each => !known.has(each));

  test('is mended by all rules together, and for good', async () => {
    const outcome = await fix([document], all);
    expect(outcome.disagreements).toEqual([]);
    expect(outcome.report.fixes.refused.filter(({ why }) => FUTILE.test(String(why)))).toEqual([]);
    expect(added(outcome.report.findings)).toEqual([]);
    if (outcome.changed.length === 0) return;
    const again = await fix([mended(document, outcome)], all);
    expect(again.changed).toEqual([]);
  });

  test('gets no error from its rule that the others cannot mend', async () => {
    if (fixture.rule === undefined) return;
    const own = mended(document, await fix([document], options(fixture, [fixture.rule])));
    if (own === document || added(lint([own], all).findings).length === 0) return;
    const { report } = await fix([own], all);
    expect(added(report.findings)).toEqual([]);
  });
});
