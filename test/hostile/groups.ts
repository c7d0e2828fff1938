import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLI } from '../cli/harness.ts';
import { LONG } from '../edit/runs.ts';
import { expected } from '../fixtures.ts';
import { OBEYED } from '../report/support.ts';
import { bounds, got, keepsTo, type Row, rowsOf, table } from './table.ts';
import { attempt, type Outcome, type Trial } from './trial.ts';

type Groups = Readonly<Record<string, readonly Trial[]>>;

const ROOT: string = dirname(dirname(CLI));
const PAGE: string = join(ROOT, 'docs', 'robustness.md');
const UPDATES = process.env.UPDATE === '1';

/** Tests each trial of some groups, and that `docs/robustness.md` has the table of each group, and other sections. */
export function testGroups(groups: Groups, others: Readonly<Record<string, () => string>>): void {
  const known = new Map(rowsOf(readFileSync(PAGE, 'utf8')).map(row => [row.name, row]));
  const tried = new Map<string, Row>();

  describe.each(Object.entries(groups))('hostile %s', (_, trials) => {
    test.each(trials.filter(isTried).map(each => [each.name, each] as const))('%s', (name, trial) => {
      attempt(trial, (cwd, outcome) => {
        tried.set(name, rowOf(cwd, trial, outcome, known.get(name)));
      });
    });
  });

  test('the page shows what came of all that', () => {
    const tables = Object.entries(groups).map(
      ([group, trials]) => [group, table(rowsToShow(trials, tried, known))] as const,
    );
    expectSections([...tables, ...Object.entries(others).map(([name, text]) => [name, text()] as const)]);
  });
}

function isTried({ name, isHeavy, unless }: Trial): boolean {
  if (unless !== undefined) console.warn(`SKIPPED, ${unless}: ${name}`);
  return unless === undefined && (LONG || !isHeavy);
}

/** The rows of a table with two columns that the page has in a section. */
export function knownRows(section: string): ReadonlyMap<string, string> {
  const text = readFileSync(PAGE, 'utf8');
  const [, content = ''] =
    new RegExp(String.raw`<!-- ${section} -->\n([\s\S]*?)<!-- /${section} -->`).exec(text) ?? [];
  return new Map(
    [...content.matchAll(/^\| (.+) \| (.+) \|$/gm)].map(([, name = '', got = '']) => [name, got]),
  );
}

/** With UPDATE=1 it is written to the page. */
export function expectSections(sections: readonly (readonly [name: string, content: string])[]): void {
  const updated = sections.reduce(
    (text, [name, content]) =>
      text.replace(
        new RegExp(String.raw`(<!-- ${name} -->\n)[\s\S]*?(<!-- /${name} -->)`),
        (_, start: string, end: string) => `${start}${content}\n${end}`,
      ),
    readFileSync(PAGE, 'utf8'),
  );
  expect(updated).toBe(expected(PAGE, updated, ''));
}

function rowOf(cwd: string, trial: Trial, outcome: Outcome, row: Row | undefined): Row {
  expectDecent(trial, outcome);
  expectAtHome(cwd, trial, outcome);
  const { cost } = outcome;
  if (!cost) throw new Error(`It did not end by itself: ${outcome.err}`);
  const said = got(trial, outcome, trial.after?.(cwd, outcome) ?? '').replaceAll(dirname(cwd), '…');
  // What it takes varies: bounds are only set anew where they are wrong.
  const isKept = row !== undefined && keepsTo(row, cost);
  if (LONG && row && !isKept && !UPDATES) expect.fail(`It took ${JSON.stringify(cost)}.`);
  return { name: trial.name, ...(isKept ? row : bounds(cost)), got: said };
}

/** What a trial takes is looked at in the long run alone. */
function rowsToShow(
  trials: readonly Trial[],
  tried: ReadonlyMap<string, Row>,
  known: ReadonlyMap<string, Row>,
): readonly Row[] {
  const rows = trials.flatMap(({ name }) => tried.get(name) ?? known.get(name) ?? []);
  if (LONG || UPDATES) return rows;
  return rows.map(row => {
    const { time, memory } = known.get(row.name) ?? row;
    return { ...row, time, memory };
  });
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

/**
 * Nothing is read but what is in the repository, or was named, and the tool itself; nothing else is asked, or changed.
 * What the repository is, is told by the `.git` of the folders above.
 */
function expectAtHome(cwd: string, { args, writes = [] }: Trial, { cost, changed }: Outcome): void {
  const { read = [], forbidden = [] } = cost ?? {};
  expect(forbidden).toEqual([]);
  const own = ['dist', 'node_modules', '.compiled'].map(name => join(realpathSync(ROOT), name));
  const homes = [realpathSync(cwd), ...own].map(folder => `${folder}${sep}`);
  const isNamed = (path: string): boolean => args.includes(path) || args.includes(relative(cwd, path));
  const isAtHome = (path: string): boolean =>
    homes.some(home => `${resolve(cwd, path)}${sep}`.startsWith(home));
  const isOfGit = (path: string): boolean => /[\\/](?:\.git|commondir)$/.test(path);
  expect(read.filter(path => !isAtHome(path) && !isNamed(path) && !isOfGit(path))).toEqual([]);
  const mayChange = (path: string): boolean =>
    writes.some(each => (typeof each === 'string' ? each === path : each.test(path)));
  expect(changed.filter(path => !mayChange(path))).toEqual([]);
}
