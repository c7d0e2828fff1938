import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, rules } from '../src/index.ts';
import { allFixtures, expected, FIXTURES, findings, mend, read, render, sibling } from './fixtures.ts';

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

describe.each(rules)('$id', ({ id, severity, fix: cure }) => {
  const names = readdirSync(FIXTURES).includes(id)
    ? allFixtures().filter(fixture => fixture.rule === id)
    : [];

  test('has a fixture that it reports', () => {
    expect(names.some(fixture => render(fixture, read(fixture)).includes(`[${id}]`))).toBe(true);
  });

  test('is as severe, and has as safe a fix, as the most that it says there', () => {
    const said = names.flatMap(fixture => findings(fixture, read(fixture)));
    const severities = (['error', 'warning', 'info'] as const).filter(each =>
      said.some(({ severity: own }) => own === each),
    );
    const safeties = (['safe', 'unsafe'] as const).filter(each =>
      said.some(({ fix }) => fix?.safety === each),
    );
    expect([severities[0], safeties[0] ?? 'none']).toEqual([severity, cure]);
  });

  test('has a fixture that it must be silent about', () => {
    expect(names.some(fixture => render(fixture, read(fixture)) === '')).toBe(true);
  });
});
