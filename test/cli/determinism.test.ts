import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FORMAT_NAMES } from '../../src/cli/core/formats.ts';
import { CLI, FAULTY, folder, OFF, WARNED, whole } from './harness.ts';

const FILES: Readonly<Record<string, string>> = {
  'a.yml': FAULTY,
  'B.yml': OFF,
  'ä.yml': OFF,
  'b/loops.yml': whole('loops.yml'),
  'ı.yml': WARNED,
};
const NAMES = Object.keys(FILES);

interface Circumstances {
  readonly names: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Ahead of the command. */
  readonly by?: readonly string[];
}

/** All that a run says, in all formats, and what it leaves of the templates. */
function outcome({ names, env = {}, by = [] }: Circumstances): Readonly<Record<string, string>> {
  const cwd = folder(FILES);
  const run = (...args: readonly string[]): string => {
    const [command = '', ...rest] = [...by, process.execPath, CLI, ...args, ...names];
    const { stdout, stderr } = spawnSync(command, rest, {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', ...env },
    });
    return (stdout + stderr).replaceAll(cwd, '');
  };
  const reports = run('--pedantic', ...FORMAT_NAMES.flatMap(each => ['-f', `${each}=${each}`]));
  const patch = run('--diff', '--unsafe-fixes');
  const fixed = run('--fix', '--unsafe-fixes');
  const read = (name: string): string => readFileSync(join(cwd, name), 'utf8').replaceAll(cwd, '');
  const files = [...FORMAT_NAMES, ...NAMES].map(name => [name, read(name)]);
  return { reports, patch, fixed, ...Object.fromEntries(files) };
}

test('the same templates give the same bytes, whatever the order of files, the locale, the time zone and the cores', () => {
  const first = outcome({ names: NAMES });
  expect(first.patch).toContain('+++ b/b/loops.yml');
  const others: readonly Circumstances[] = [
    {
      names: NAMES.toReversed(),
      env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'ja_JP.UTF-8', TZ: 'Pacific/Kiritimati' },
    },
    { names: ['.'], env: { LANG: 'C', LANGUAGE: 'ja', TZ: 'America/St_Johns', UV_THREADPOOL_SIZE: '1' } },
    ...(hasTaskset() ? [{ names: NAMES, by: ['taskset', '-c', '0'] }] : []),
  ];
  for (const each of others) expect(outcome(each)).toEqual(first);
});

function hasTaskset(): boolean {
  return spawnSync('taskset', ['-c', '0', 'true']).status === 0;
}
