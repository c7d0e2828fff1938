import { existsSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Diagnostic, type Document, parse, type Report, rules } from '../src/index.ts';
import {
  allFixtures,
  expected,
  FIXTURES,
  type Fixture,
  judge,
  mend,
  read,
  render,
  sibling,
} from './fixtures.ts';

const ALL = allFixtures();
const judged = new Map<string, { readonly document: Document; readonly report: Report }>();

/** A fixture and what is reported of it, worked out once. */
function judgedOnce(fixture: Fixture): { readonly document: Document; readonly report: Report } {
  const known = judged.get(fixture.path);
  if (known) return known;
  const document = read(fixture);
  const own = { document, report: judge(fixture, document) };
  judged.set(fixture.path, own);
  return own;
}

/** Mended once more it stays as it is. What was left alone would only be left alone again. */
async function staysMended(fixture: Fixture, { text }: Document, fixed: string, unsafe: boolean) {
  if (fixed === text) return;
  expect(await mend(fixture, parse(fixture.name, fixed), unsafe)).toBe(fixed);
}

describe.each(ALL)('$name', fixture => {
  let safe: string | undefined;

  test('is reported as expected', () => {
    const actual = render(fixture, judgedOnce(fixture).report);
    expect(actual).toBe(expected(sibling(fixture, 'report'), actual, ''));
  });

  test('is fixed as expected by safe fixes', async () => {
    const { document } = judgedOnce(fixture);
    safe = await mend(fixture, document, false);
    expect(safe).toBe(expected(sibling(fixture, 'fixed'), safe, document.text));
    await staysMended(fixture, document, safe, false);
  });

  test('is fixed as expected by all fixes', async () => {
    const { document } = judgedOnce(fixture);
    safe ??= await mend(fixture, document, false);
    const actual = await mend(fixture, document, true);
    expect(actual).toBe(expected(sibling(fixture, 'unsafe'), actual, safe));
    await staysMended(fixture, document, actual, true);
  });
});

/** The first line of one, in a report that may also say what cannot be decided. */
const FINDING = /^\d+:\d+-/m;

describe.each(rules)('$id', ({ id, severity, fix: cure }) => {
  const fixtures = readdirSync(FIXTURES).includes(id) ? ALL.filter(fixture => fixture.rule === id) : [];
  let reports: readonly string[];
  let said: readonly Diagnostic[];

  beforeAll(() => {
    reports = fixtures.map(fixture => render(fixture, judgedOnce(fixture).report));
    said = fixtures.flatMap((fixture, i) => (reports[i] === '' ? [] : judgedOnce(fixture).report.findings));
  });

  test('has a fixture that it reports', () => {
    const own = reports.filter(each => each.includes(`[${id}]`));
    expect(own, `add fixtures/${id}/example.yaml: a template with the defect`).not.toEqual([]);
  });

  test('is as severe, and has as safe a fix, as the most that it says there', () => {
    const severities = (['error', 'warning', 'info'] as const).filter(each =>
      said.some(({ severity: own }) => own === each),
    );
    const safeties = (['safe', 'unsafe'] as const).filter(each =>
      said.some(({ fix }) => fix?.safety === each),
    );
    const why = 'the severity and the fix of the rule are the most that its findings in the fixtures have';
    expect([severities[0], safeties[0] ?? 'none'], why).toEqual([severity, cure]);
  });

  test('has a fixture that it must be silent about, besides the one that is put right', () => {
    const others = reports.filter((_, i) => !/\/example\./.test(fixtures[i]?.name ?? ''));
    const silent = others.filter(each => !FINDING.test(each));
    const add = `add fixtures/${id}/….yaml: a template that looks like the defect and must not be reported`;
    expect(silent, add).not.toEqual([]);
  });

  test('has a fixture in JSON, and one with conditions', () => {
    const json = fixtures.filter(({ name }) => name.endsWith('.json'));
    expect(json, `add fixtures/${id}/….json: JSON templates count too`).not.toEqual([]);
    const conditional = fixtures.filter(each => /^\s*"?Conditions"?:/m.test(judgedOnce(each).document.text));
    const add = `add fixtures/${id}/conditional.json: the defect under one of its Conditions only`;
    expect(conditional, add).not.toEqual([]);
  });

  test('has the text that its fix writes, where it has one', () => {
    const written = fixtures
      .flatMap(each => [sibling(each, 'fixed'), sibling(each, 'unsafe')])
      .filter(existsSync);
    const why = `the rule says "fix: '${cure}'"; UPDATE=1 writes fixtures/${id}/….fixed.yaml or ….unsafe.yaml`;
    if (cure === 'none') expect(written, why).toEqual([]);
    else expect(written, why).not.toEqual([]);
  });
});
