import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLI } from '../cli/harness.ts';
import { LONG } from '../edit/runs.ts';
import { expected } from '../fixtures.ts';
import { fuzzing } from '../fuzz/figures.ts';
import { OBEYED } from '../report/support.ts';
import { FAULTS } from './faults.ts';
import { PLACES, STEERING } from './places.ts';
import { bounds, got, keepsTo, type Row, rowsOf, table } from './table.ts';
import { TEMPLATES } from './templates.ts';
import { TEXTS } from './texts.ts';
import { attempt, type Outcome, type Trial } from './trial.ts';

const GROUPS: Readonly<Record<string, readonly Trial[]>> = {
  templates: TEMPLATES,
  texts: TEXTS,
  places: PLACES,
  steering: STEERING,
  faults: FAULTS,
};

const ROOT: string = dirname(dirname(CLI));
const PAGE: string = join(ROOT, 'docs', 'robustness.md');
const UPDATES = process.env.UPDATE === '1';
const page: string = readFileSync(PAGE, 'utf8');
const known = new Map(rowsOf(page).map(row => [row.name, row]));
const tried = new Map<string, Row>();

describe.each(Object.entries(GROUPS))('hostile %s', (_, trials) => {
  test.each(trials.filter(each => LONG || !each.isHeavy).map(each => [each.name, each] as const))(
    '%s',
    (name, trial) => {
      attempt(trial, (cwd, outcome) => {
        expectDecent(trial, outcome);
        expectAtHome(cwd, trial, outcome);
        const { cost } = outcome;
        if (!cost) throw new Error(`It did not end by itself: ${outcome.err}`);
        const said = got(trial, outcome, trial.after?.(cwd, outcome) ?? '').replaceAll(dirname(cwd), '…');
        // What it takes varies: bounds are only set anew where they are wrong.
        const row = known.get(name);
        const isKept = row !== undefined && keepsTo(row, cost);
        tried.set(name, { name, ...(isKept ? row : bounds(cost)), got: said });
        if (LONG && row && !isKept && !UPDATES) expect.fail(`It took ${JSON.stringify(cost)}.`);
      });
    },
  );
});

test('the page shows what came of all that', () => {
  const tables = Object.entries(GROUPS).map(([group, trials]) => {
    const rows = trials.flatMap(({ name }) => tried.get(name) ?? known.get(name) ?? []);
    // What a trial takes is looked at in the long run alone.
    return [
      group,
      table(LONG || UPDATES ? rows : rows.map(row => ({ ...row, ...costOf(row.name) }))),
    ] as const;
  });
  const updated = [...tables, ['fuzzing', fuzzing()] as const].reduce(
    (text, [name, content]) =>
      text.replace(
        new RegExp(String.raw`(<!-- ${name} -->\n)[\s\S]*?(<!-- /${name} -->)`),
        (_, start: string, end: string) => `${start}${content}\n${end}`,
      ),
    page,
  );
  expect(updated).toBe(expected(PAGE, updated, ''));
});

function costOf(name: string): Partial<Row> {
  const row = known.get(name);
  return row ? { time: row.time, memory: row.memory } : {};
}

/** One line or a report, and an exit code that says which. */
function expectDecent({ args }: Trial, { code, out, err }: Outcome): void {
  const isBeside = args.includes('--diff');
  expect([0, 1, 2]).toContain(code);
  expect(err).not.toMatch(/internal error|^\s+at |FATAL|\bundefined\b/m);
  if (!isBeside) expect(err.split('\n').length).toBeLessThanOrEqual(4);
  expect(err).not.toMatch(OBEYED);
  if (!isBeside) expect(out).not.toMatch(OBEYED);
}

/** Nothing is read but what is in the repository, or was named, and the tool itself; nothing else is asked, or changed. */
function expectAtHome(cwd: string, { args, writes = [] }: Trial, { cost, changed }: Outcome): void {
  const { read = [], forbidden = [] } = cost ?? {};
  expect(forbidden).toEqual([]);
  const homes = [cwd, dirname(CLI), join(ROOT, 'node_modules')].map(
    folder => `${realpathSync(folder)}${sep}`,
  );
  const isNamed = (path: string): boolean => args.includes(path) || args.includes(relative(cwd, path));
  const isAtHome = (path: string): boolean =>
    homes.some(home => `${resolve(cwd, path)}${sep}`.startsWith(home));
  expect(read.filter(path => !isAtHome(path) && !isNamed(path))).toEqual([]);
  expect(changed.filter(path => !writes.includes(path))).toEqual([]);
}
