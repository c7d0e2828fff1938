import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { LONG } from '../edit/runs.ts';
import { corpusPairs, FIXTURE_PAIRS, type Pair } from './pairs.ts';

const isThere = spawnSync('cfn-lint', ['--version']).status === 0;
if (!isThere)
  console.warn('SKIPPED: cfn-lint is not installed, so it is not asked what it thinks of fixed templates.');

test.runIf(isThere)('cfn-lint finds nothing new in fixed fixtures', () => {
  expect(addedTo(FIXTURE_PAIRS)).toEqual([]);
});

test.runIf(isThere && LONG)('cfn-lint finds nothing new in fixed real templates', async () => {
  expect(addedTo(await corpusPairs())).toEqual([]);
});

interface Match {
  readonly Filename: string;
  readonly Level: string;
  readonly Message: string;
  readonly Location: { readonly Path: readonly (string | number)[] | null };
  readonly Rule: { readonly Id: string };
}

/** What is said of the templates after and was not said of those before, as often. */
function addedTo(pairs: readonly Pair[]): readonly string[] {
  const matches = new Map<string, Match[]>();
  for (const each of lint([...new Set(pairs.flatMap(({ before, after }) => [before, after]))]))
    matches.set(each.Filename, [...(matches.get(each.Filename) ?? []), each]);
  return pairs.flatMap(({ name, before, after }) => {
    const known = (matches.get(before) ?? []).map(text);
    return (matches.get(after) ?? []).map(text).flatMap(said => {
      const i = known.indexOf(said);
      if (i < 0) return [`${name}: ${said}`];
      known.splice(i, 1);
      return [];
    });
  });
}

function lint(files: readonly string[]): readonly Match[] {
  const { stdout, error } = spawnSync('cfn-lint', ['-f', 'json', '-r', 'us-east-1', '--', ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  return JSON.parse(stdout);
}

/** The lists of logical ids that a message may have differ as soon as a resource is new. */
function text({ Level, Message, Location, Rule }: Match): string {
  const [section, id] = Location.Path ?? [];
  return `${Level} ${Rule.Id} ${section}.${id}: ${Message.replace(/ is not one of \[.*\]/, ' is not there')}`;
}
