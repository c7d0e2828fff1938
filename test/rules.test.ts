import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, rules } from '../src/index.ts';
import {
  allFixtures,
  expected,
  FIXTURES,
  type Fixture,
  findings,
  mend,
  read,
  render,
  sibling,
} from './fixtures.ts';

describe.each(allFixtures())('$name', fixture => {
  const document = read(fixture);

  test('is reported as expected', () => {
    const actual = render(fixture, document);
    expect(actual).toBe(expected(sibling(fixture, 'report'), actual, ''));
  });

  test('is mended as expected by safe fixes', async () => {
    const actual = await mend(fixture, document, false);
    expect(actual).toBe(expected(sibling(fixture, 'fixed'), actual, document.text));
    expect(await mend(fixture, parse(fixture.name, actual), false)).toBe(actual);
  });

  test('is mended as expected by all fixes', async () => {
    const safe = await mend(fixture, document, false);
    const actual = await mend(fixture, document, true);
    expect(actual).toBe(expected(sibling(fixture, 'unsafe'), actual, safe));
    expect(await mend(fixture, parse(fixture.name, actual), true)).toBe(actual);
  });
});

/** What is expected of it, but for what cannot be decided. */
function said(fixture: Fixture): string {
  const path = sibling(fixture, 'report');
  return existsSync(path) ? readFileSync(path, 'utf8').replace(/^\d+: undecided .*$/gm, '') : '';
}

describe.each(rules)('$id', ({ id, severity, fix: cure }) => {
  const names = readdirSync(FIXTURES).includes(id)
    ? allFixtures().filter(fixture => fixture.rule === id)
    : [];

  test('has a fixture that it reports', () => {
    expect(names.some(fixture => said(fixture).includes(`[${id}]`))).toBe(true);
  });

  test('is as severe, and has as safe a fix, as the most that it says there', () => {
    const found = names.flatMap(fixture => findings(fixture, read(fixture)));
    const severities = (['error', 'warning', 'info'] as const).filter(each =>
      found.some(({ severity: own }) => own === each),
    );
    const safeties = (['safe', 'unsafe'] as const).filter(each =>
      found.some(({ fix }) => fix?.safety === each),
    );
    expect([severities[0], safeties[0] ?? 'none']).toEqual([severity, cure]);
  });

  test('has a fixture that it must be silent about, besides the one that is put right', () => {
    const others = names.filter(({ path }) => !basename(path).startsWith('example.'));
    expect(others.some(fixture => !said(fixture).includes(`[${id}]`))).toBe(true);
  });

  test('has a fixture in JSON, and one with conditions', () => {
    const texts = names.map(read);
    expect(texts.some(({ file }) => file.endsWith('.json'))).toBe(true);
    expect(texts.some(({ text }) => /^\s*"?Conditions"?:/m.test(text))).toBe(true);
  });

  test('has the text that its fix writes, where it has one', () => {
    const written = names.filter(fixture =>
      (['fixed', 'unsafe'] as const).some(kind => existsSync(sibling(fixture, kind))),
    );
    expect(written.length > 0).toBe(cure !== 'none');
  });
});
