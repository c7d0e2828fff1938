import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { OFF } from '../cli/harness.ts';
import type { Trial } from './trial.ts';

const IN_THE_WAY = fileURLToPath(new URL('in-the-way.cjs', import.meta.url));
const CONCISE = ['-f', 'concise'];
const FIX = ['--fix', ...CONCISE];

/** Nothing is lost and nothing left over: the template is as it was. */
const untouched = (cwd: string): string => {
  expect(readFileSync(join(cwd, 'a.yml'), 'utf8')).toBe(OFF);
  expect(readdirSync(cwd).sort()).toEqual(['.git', 'a.yml']);
  return 'the template is as it was';
};

/** What the system is made to do at one of the calls that matter: report a fault, or meddle with the file. */
function failing(name: string, call: string, what: string, after: Trial['after'] = untouched): Trial {
  return {
    name,
    files: () => ({ 'a.yml': OFF }),
    args: FIX,
    require: IN_THE_WAY,
    env: { IN_THE_WAY: `${call} ${what}` },
    writes: ['a.yml'],
    after,
  };
}

export const FAULTS: readonly Trial[] = [
  failing('no space left on the disk when the new text is written', 'writeFileSync', 'ENOSPC'),
  failing('no space left on the disk when the new text is flushed', 'fsyncSync', 'ENOSPC'),
  failing('the disk breaks when the new text is flushed', 'fsyncSync', 'EIO'),
  failing('the folder may not be written to', 'openSync', 'EACCES'),
  failing('the disk has become read-only', 'renameSync', 'EROFS'),
  failing('the mode cannot be kept', 'fchmodSync', 'EPERM'),
  failing('the file is replaced by somebody between reading and writing', 'fsyncSync', 'replace', cwd => {
    expect(readFileSync(join(cwd, 'a.yml'), 'utf8')).toBe('somebody else\n');
    return 'the text of the other stays';
  }),
  failing('the file is removed between reading and writing', 'fsyncSync', 'remove', cwd => {
    expect(readdirSync(cwd)).toEqual(['.git']);
    return 'nothing is left over';
  }),
  {
    name: 'the file is removed between looking for it and reading it',
    files: () => ({ 'a.yml': OFF, 'b.yml': OFF }),
    args: CONCISE,
    require: IN_THE_WAY,
    env: { IN_THE_WAY: 'realpathSync remove' },
    writes: ['a.yml'],
  },
  failing('no more files can be opened', 'openSync', 'EMFILE'),
  {
    name: 'a file that is read-only',
    files: () => ({ 'a.yml': OFF }),
    prepare: cwd => chmodSync(join(cwd, 'a.yml'), 0o444),
    args: FIX,
    after: cwd => {
      expect(statSync(join(cwd, 'a.yml')).mode & 0o777).toBe(0o444);
      return untouched(cwd);
    },
  },
  {
    name: 'two runs with `--fix` on one file at once',
    files: () => ({ 'a.yml': OFF }),
    args: FIX,
    shell: '"$@" >/dev/null 2>&1 3>/dev/null & "$@"; wait',
    isRace: true,
    writes: ['a.yml'],
    after: cwd => {
      expect(readFileSync(join(cwd, 'a.yml'), 'utf8')).toBe(`${OFF}      EnableExecuteCommand: true\n`);
      expect(readdirSync(cwd).sort()).toEqual(['.git', 'a.yml']);
      return 'fixed once, nothing is left over';
    },
  },
  {
    name: 'whoever reads the report goes away',
    files: () => ({ 'a.yml': OFF }),
    args: ['-f', 'json', 'a.yml'],
    shell: '"$@" | true; exit "${PIPESTATUS[0]}"',
  },
  {
    name: 'standard output cannot be written',
    files: () => ({ 'a.yml': OFF }),
    args: [...CONCISE, 'a.yml'],
    shell: 'exec "$@" >/dev/full',
  },
  {
    name: 'a report file on a full disk',
    files: () => ({ 'a.yml': OFF }),
    args: ['-f', 'json=/dev/full', ...CONCISE, 'a.yml'],
  },
  {
    name: 'the current directory is gone',
    prepare: cwd => writeFileSync(join(cwd, '..', 'a.yml'), OFF),
    args: [...CONCISE, '../a.yml'],
    shell: 'mkdir gone; cd gone; rmdir ../gone; exec "$@"',
  },
];
