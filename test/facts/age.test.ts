import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const DAY = 86_400_000;
const MOST_DAYS = 180;

/** The tables that say of which day they are. */
const TABLES: readonly string[] = [
  'src/iam/aws-managed-policies.facts.json',
  'test/facts/action-reference.facts.json',
];

/** Those that are too old on a day. */
function oldOn(today: number): readonly string[] {
  return TABLES.filter(file => {
    const { date } = JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
    return today - Date.parse(date) > MOST_DAYS * DAY;
  });
}

/** An old checkout still passes its tests: only who asks for it is told by a failure. */
const isDemanded = Boolean(process.env.FRESH_FACTS);
const old = oldOn(Date.now());
if (old.length > 0 && !isDemanded)
  console.warn(
    `SKIPPED: ${old.join(', ')}: facts older than ${MOST_DAYS} days. To renew them: npm run facts -- --newest`,
  );

test.runIf(old.length === 0 || isDemanded)('the facts about AWS are younger than 180 days', () => {
  expect(old).toEqual([]);
});

test('the facts have a day of the past, and are old half a year later', () => {
  expect(oldOn(Date.now() + 2 * MOST_DAYS * DAY)).toEqual(TABLES);
  expect(oldOn(0)).toEqual([]);
  for (const file of TABLES) {
    const { date } = JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
    expect(date).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
});
