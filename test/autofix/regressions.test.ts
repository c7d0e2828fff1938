import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Document, parse } from '../../src/index.ts';
import { CORPUS } from '../corpus.ts';
import { LONG } from '../edit/runs.ts';
import { allFixtures, FIXTURES, read } from '../fixtures.ts';
import { RUNS, regressions } from './worse.ts';

/** All of them are tried with `CASES=1`, which takes minutes; otherwise some. */
const TIMEOUT = LONG ? 1_200_000 : 120_000;

describe.each(RUNS)('%s makes nothing worse', (_, options) => {
  test(
    'in the fixtures',
    async () => {
      const found: string[] = [];
      for (const fixture of allFixtures().filter((_each, i) => LONG || i % 5 === 0))
        found.push(...(await regressions([read(fixture)], { ...options, settings: fixture.settings })));
      expect(found).toEqual([]);
    },
    TIMEOUT,
  );

  test('in fixtures of several templates', async () => {
    const sets = readdirSync(join(FIXTURES, 'sets'), { recursive: true, encoding: 'utf8' });
    const names = sets.filter(name => /\.(?:ya?ml|json|template)$/.test(name));
    const found: string[] = [];
    for (const group of byFolder(names, name => name))
      found.push(
        ...(await regressions(
          group.map(name => open(join(FIXTURES, 'sets', name))),
          options,
        )),
      );
    expect(found).toEqual([]);
  });

  test.skipIf(CORPUS.length === 0)(
    'in real templates, alone and as whole repositories',
    async () => {
      const documents = CORPUS.filter((_each, i) => LONG || i % 24 === 0).map(({ file, text }) =>
        parse(file, text),
      );
      const found: string[] = [];
      for (const each of documents) found.push(...(await regressions([each], options)));
      for (const repository of byFolder(documents, each => each.file))
        found.push(...(await regressions(repository, options)));
      expect(found).toEqual([]);
    },
    TIMEOUT,
  );
});

const CASES = join(dirname(FIXTURES), '..', 'shared', 'cases', 'files');

test.skipIf(!existsSync(CASES))('templates with one fault each are made no worse either', async () => {
  const found: string[] = [];
  for (const id of readdirSync(CASES)) {
    const names = readdirSync(join(CASES, id), { recursive: true, encoding: 'utf8' });
    const templates = names.filter(name => /\.(?:ya?ml|json|template)$/.test(name));
    const documents = templates.map(name => open(join(CASES, id, name)));
    for (const [, options] of LONG ? RUNS : RUNS.slice(0, 1))
      found.push(...(await regressions(documents, options)).map(each => `${id}: ${each}`));
  }
  expect(found).toEqual([]);
});

/** In groups, by the first folder of their paths. */
function byFolder<T>(all: readonly T[], pathOf: (each: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const folder = pathOf(each).split('/')[0] ?? '';
    groups.set(folder, [...(groups.get(folder) ?? []), each]);
  }
  return [...groups.values()];
}

function open(path: string): Document {
  return parse(path, readFileSync(path, 'utf8'));
}
