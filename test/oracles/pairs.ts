import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DEFAULT_OPTIONS, fix, parse } from '../../src/index.ts';
import { withoutTypos } from '../../src/syntax/recovery/recoverable-errors.ts';
import { CORPUS } from '../corpus.ts';
import { allFixtures, type Fixture, read, sibling } from '../fixtures.ts';

/** A template as it was and as fixes left it, in files. */
export interface Pair {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** All fixtures that fixes change. */
export const FIXTURE_PAIRS: readonly Pair[] = allFixtures().flatMap(fixture =>
  (['fixed', 'unsafe'] as const)
    .map(kind => sibling(fixture, kind))
    .filter(existsSync)
    .map(after => ({ name: fixture.name, before: meantBy(fixture), after })),
);

/** Slips in a text keep others from reading what is meant, so they are held to the text without them. */
function meantBy(fixture: Fixture): string {
  const { text, typos } = read(fixture);
  if (typos.length === 0) return fixture.path;
  const path = join(mkdtempSync(join(tmpdir(), 'ecs-exec-lint-')), basename(fixture.path));
  writeFileSync(path, withoutTypos(text, typos));
  return path;
}

/** The real templates that fixes change, written to a folder for the time being. */
export async function corpusPairs(): Promise<readonly Pair[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-exec-lint-'));
  const pairs: Pair[] = [];
  for (const [i, { file, text }] of CORPUS.entries()) {
    const options = { ...DEFAULT_OPTIONS, unsafe: true, fixGenerated: true };
    const { changed } = await fix([parse(file, text)], options);
    for (const each of changed) {
      const extension = file.slice(file.lastIndexOf('.'));
      const [before, after] = ['before', 'after'].map(when => join(folder, `${i}-${when}${extension}`));
      if (!before || !after) continue;
      writeFileSync(before, each.before);
      writeFileSync(after, each.after);
      pairs.push({ name: file, before, after });
    }
  }
  return pairs;
}
