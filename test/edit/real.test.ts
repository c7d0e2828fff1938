import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lower } from '../../src/edit/lower.ts';
import { splice } from '../../src/edit/splice.ts';
import { Refusal } from '../../src/edit/tree/edit.ts';
import { parse } from '../../src/syntax/parse.ts';
import { CORPUS } from '../corpus.ts';
import { allFixtures, read } from '../fixtures.ts';
import { anyWishes, grant } from './edit-arbitraries.ts';
import { fault } from './invariants.ts';
import { LONG } from './runs.ts';

const FIXTURES = allFixtures().map(fixture => {
  const { file, text } = read(fixture);
  return { file, text };
});

describe.each([
  { of: 'fixtures', templates: FIXTURES, runs: LONG ? 20 : 2 },
  { of: 'real templates', templates: CORPUS.filter((_, i) => LONG || i % 8 === 0), runs: LONG ? 10 : 1 },
])('any edits of $of', ({ templates, runs }) => {
  test.skipIf(templates.length === 0)('say what was meant, and nothing else changes', () => {
    let made = 0;
    for (const { file, text } of templates) {
      const document = parse(file, text);
      // What is only meant to be a comment may become one.
      if (document.problems.length > 0 || document.typos.length > 0) continue;
      fc.assert(
        fc.property(anyWishes, wishes => {
          const edits = grant(document, wishes);
          const splices = lower(document, edits);
          if (splices instanceof Refusal) return;
          made++;
          const why = fault(document, edits, splices, splice(text, splices));
          expect(why && `${file}: ${why}`).toBeUndefined();
        }),
        { numRuns: runs, ...(LONG ? {} : { seed: 7 }) },
      );
    }
    // By chance many edits have nothing to act on; that none has would mean that nothing was tried.
    expect(made).toBeGreaterThan(templates.length / 12);
  });
});
