import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Place, ROOT } from './places.ts';

/** Tests that take longer than this, in milliseconds, never end. */
const LIMIT = 900_000;

const VITEST: string = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const CONFIG: string = join(ROOT, 'test', 'mutation', 'unit-tests.config.ts');

/** A file with tests, and the functions of the engine that they enter. */
export interface UnitTests {
  readonly testPath: string;
  readonly entered: readonly string[];
}

/** All unit tests, which have to pass with the engine as it is. */
export function unitTests(): readonly UnitTests[] {
  return inFolder(folder => {
    const record = join(folder, 'record');
    if (!pass([], { RECORD: record })) throw new Error('The unit tests fail without a mutant.');
    const lines = readFileSync(record, 'utf8').trimEnd().split('\n');
    return lines.map(line => JSON.parse(line));
  });
}

/** Whether one of some unit tests fails with a mutant of the engine, or never ends. */
export function isNoticedBy(tests: readonly UnitTests[], { path, source }: Place): boolean {
  if (tests.length === 0) return false;
  return inFolder(folder => {
    const mutant = join(folder, 'mutant.ts');
    writeFileSync(mutant, source);
    return !pass(
      tests.map(each => each.testPath),
      { MUTATED: join(ROOT, path), MUTANT: mutant },
    );
  });
}

function pass(paths: readonly string[], env: NodeJS.ProcessEnv): boolean {
  const args = [VITEST, 'run', ...paths, '--config', CONFIG, '--bail', '1'];
  const { status, error } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: 'ignore',
    timeout: LIMIT,
  });
  if (error) console.log(String(error));
  return status === 0;
}

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
