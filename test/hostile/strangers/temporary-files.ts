import { spawnSync } from 'node:child_process';
import { chownSync, lutimesSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { CLI, OFF } from '../../cli/harness.ts';
import type { After, Trial } from '../trial.ts';
import { NOBODY, ONLY_ROOT } from './owners.ts';

const KILL_AT = fileURLToPath(new URL('../../cli/crash/kill-at.cjs', import.meta.url));
const FIX = ['--fix', '-f', 'concise'];
/** The number of a process that does not exist. */
const DEAD = 999_999_999;
const OWN = `${DEAD}-0123456789abcdef.tmp`;

/** Makes it look as if it had been there for two minutes. */
function age(path: string): void {
  const then = new Date(Date.now() - 120_000);
  lutimesSync(path, then, then);
}

function old(cwd: string, name: string, content = 'precious\n'): void {
  writeFileSync(join(cwd, name), content);
  age(join(cwd, name));
}

const fixes: After = (_, { code }) => {
  expect(code).toBe(0);
  return 'kept';
};

/** Something named like a temporary file of the tool that is not one, beside a template with a fix. */
function beside(what: string, prepare: Trial['prepare']): Trial {
  return {
    name: what,
    files: () => ({ 'a.yml': OFF }),
    ...(prepare && { prepare }),
    args: FIX,
    writes: ['a.yml'],
    after: fixes,
  };
}

/** Kills a run before the new text is in its place. Answers the name of the temporary file that it leaves. */
function leaveBehind(cwd: string): string {
  const args = ['--require', KILL_AT, CLI, ...FIX];
  const { signal } = spawnSync(process.execPath, args, { cwd, env: { KILL_AT: '3' } });
  expect(signal).toBe('SIGKILL');
  const [left = '', ...more] = readdirSync(cwd).filter(each => !['.git', 'a.yml'].includes(each));
  expect([left, more]).toEqual([expect.stringMatching(/./), []]);
  return left;
}

export const TEMPORARY_FILES: readonly Trial[] = [
  beside('files named `.ecs-exec-lint-1`, `.ecs-exec-lint-1.tmp` and the like, two minutes old', cwd => {
    const names = ['1', '1.tmp', `${DEAD}`, `${DEAD}.tmp`, `${DEAD}-notes.yml`, `${DEAD}-0abc.tmp`];
    for (const each of names) old(cwd, `.ecs-exec-lint-${each}`);
  }),
  beside('a file named exactly like a temporary file of a run that is over, just created', cwd =>
    writeFileSync(join(cwd, `.ecs-exec-lint-${OWN}`), 'precious\n'),
  ),
  beside('folders with such names, with files in them', cwd => {
    for (const each of ['1', '1.tmp', `${DEAD}.tmp`, OWN]) {
      const path = join(cwd, `.ecs-exec-lint-${each}`, 'notes.txt');
      mkdirSync(dirname(path));
      writeFileSync(path, 'precious\n');
      age(dirname(path));
    }
  }),
  beside('links with such names', cwd => {
    old(cwd, 'notes.txt');
    for (const each of [`${DEAD}.tmp`, OWN]) {
      symlinkSync('notes.txt', join(cwd, `.ecs-exec-lint-${each}`));
      age(join(cwd, `.ecs-exec-lint-${each}`));
    }
  }),
  {
    ...beside('such a file that belongs to somebody else', cwd => {
      const name = `.ecs-exec-lint-${OWN}`;
      old(cwd, name);
      chownSync(join(cwd, name), NOBODY, NOBODY);
    }),
    unless: ONLY_ROOT,
  },
  {
    ...beside('the temporary file of a run that was killed two minutes ago', undefined),
    prepare: cwd => age(join(cwd, leaveBehind(cwd))),
    writes: ['a.yml', /^\.ecs-exec-lint-/],
    after: (cwd, outcome) => {
      expect(readdirSync(cwd).sort()).toEqual(['.git', 'a.yml']);
      expect(outcome.code).toBe(0);
      return 'removed';
    },
  },
  {
    ...beside('the temporary file of a run that was killed just now', undefined),
    prepare: cwd => void leaveBehind(cwd),
  },
];
