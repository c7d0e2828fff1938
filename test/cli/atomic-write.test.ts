import { spawnSync } from 'node:child_process';
import fs, {
  chmodSync,
  chownSync,
  lstatSync,
  lutimesSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readBeginning } from '../../src/cli/core/read-file.ts';
import { atomicWrite, type Original } from '../../src/cli/files/atomic-write.ts';
import type { Said } from '../../src/i18n/sentence.ts';
import { folder } from './harness.ts';

const CHANGED = 'it was changed by another program in the meantime';

/** A file as it is now. */
function original(cwd: string, name: string): Original {
  const path = join(cwd, name);
  const real = realpathSync(path);
  return { path, real, ...readBeginning(real) };
}

/** Reads a file and gives it a new text. */
function change(cwd: string, name: string, after: string): Said | undefined {
  return atomicWrite(original(cwd, name), after);
}

test('gives a file its new text', () => {
  const cwd = folder({ a: 'old' });
  expect(change(cwd, 'a', 'new')).toBeUndefined();
  expect(readFileSync(join(cwd, 'a'), 'utf8')).toBe('new');
});

describe('leaves a file alone that something else has changed since it was read', () => {
  /** What somebody does to `a`, or to the link `link` that leads to it, and what `link` holds then. */
  const DEEDS: readonly (readonly [string, (cwd: string) => void, string])[] = [
    ['its text', cwd => writeFileSync(join(cwd, 'a'), 'mine'), 'mine'],
    [
      'another file of the same text in its place',
      cwd => {
        writeFileSync(join(cwd, 'b'), 'old');
        renameSync(join(cwd, 'b'), join(cwd, 'a'));
      },
      'old',
    ],
    [
      'a link in its place',
      cwd => {
        renameSync(join(cwd, 'a'), join(cwd, 'b'));
        symlinkSync('b', join(cwd, 'a'));
      },
      'old',
    ],
    [
      'the link to it leads elsewhere',
      cwd => {
        writeFileSync(join(cwd, 'b'), 'old');
        rmSync(join(cwd, 'link'));
        symlinkSync('b', join(cwd, 'link'));
      },
      'old',
    ],
  ];

  test.each(DEEDS)('before it is written: %s', (_, deed, text) => {
    const cwd = folder({ a: 'old' });
    symlinkSync('a', join(cwd, 'link'));
    const before = original(cwd, 'link');
    deed(cwd);
    const there = readdirSync(cwd);
    expect(String(atomicWrite(before, 'new'))).toBe(CHANGED);
    expect(readFileSync(join(cwd, 'link'), 'utf8')).toBe(text);
    expect(readdirSync(cwd)).toEqual(there);
  });

  test.each(DEEDS)('while it is written: %s', (_, deed, text) => {
    const cwd = folder({ a: 'old' });
    symlinkSync('a', join(cwd, 'link'));
    const { fsyncSync } = fs;
    onTestFinished(() => patch({ fsyncSync }));
    patch({ fsyncSync: () => deed(cwd) });
    expect(String(change(cwd, 'link', 'new'))).toBe(CHANGED);
    expect(readFileSync(join(cwd, 'link'), 'utf8')).toBe(text);
    expect(readdirSync(cwd).filter(each => each.startsWith('.'))).toEqual([]);
  });

  test('another folder in place of its own', () => {
    const cwd = folder({ 'sub/a': 'old', 'theirs/a': 'old' });
    const before = original(cwd, 'sub/a');
    renameSync(join(cwd, 'sub'), join(cwd, 'gone'));
    symlinkSync('theirs', join(cwd, 'sub'));
    expect(String(atomicWrite(before, 'new'))).toBe(CHANGED);
    expect(readFileSync(join(cwd, 'theirs', 'a'), 'utf8')).toBe('old');
  });
});

test('a link stays one', () => {
  const cwd = folder({ a: 'old' });
  symlinkSync('a', join(cwd, 'link'));
  expect(change(cwd, 'link', 'new')).toBeUndefined();
  expect(lstatSync(join(cwd, 'link')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(cwd, 'a'), 'utf8')).toBe('new');
});

test('says what is in the way', () => {
  const cwd = folder({ a: 'old', b: 'old' });
  const gone = original(cwd, 'b');
  rmSync(join(cwd, 'b'));
  expect(String(atomicWrite(gone, 'new'))).toBe('file not found');
  chmodSync(join(cwd, 'a'), 0o444);
  expect(String(change(cwd, 'a', 'new'))).toBe('it is read-only');
  expect(readdirSync(cwd)).toEqual(['a']);
});

describe('temporary files that a killed run left behind', () => {
  const dead = spawnSync('true').pid;
  const NAME = `.ecs-exec-lint-${dead}-0123456789abcdef.tmp`;
  /** Fixes a file in a folder; answers what is in the folder then. */
  const remaining = (cwd: string): readonly string[] => {
    writeFileSync(join(cwd, 'a'), 'old');
    expect(change(cwd, 'a', 'new')).toBeUndefined();
    expect(readFileSync(join(cwd, 'a'), 'utf8')).toBe('new');
    return readdirSync(cwd).filter(each => each !== 'a');
  };
  const aged = (cwd: string, name: string, seconds = 61): void => {
    const then = Date.now() / 1000 - seconds;
    lutimesSync(join(cwd, name), then, then);
  };

  test('are removed', () => {
    const cwd = folder({ [NAME]: 'ne' });
    aged(cwd, NAME);
    expect(remaining(cwd)).toEqual([]);
  });

  test('are called as those that this tool writes', () => {
    const cwd = folder({ a: 'old' });
    const names: string[] = [];
    const { fsyncSync } = fs;
    onTestFinished(() => patch({ fsyncSync }));
    patch({ fsyncSync: () => names.push(...readdirSync(cwd)) });
    change(cwd, 'a', 'new');
    expect(names.sort()).toEqual([
      expect.stringMatching(new RegExp(`^\\.ecs-exec-lint-${process.pid}-[0-9a-f]{16}\\.tmp$`)),
      'a',
    ]);
  });

  test.each([
    `.ecs-exec-lint-${dead}-0123456789abcdef`,
    `.ecs-exec-lint-${dead}-0123456789abcdef.tmp.bak`,
    `.ecs-exec-lint-${dead}-0123456789abcde.tmp`,
    `.ecs-exec-lint-${dead}-0123456789ABCDEF.tmp`,
    `.ecs-exec-lint-${dead}-notes.tmp`,
    `.ecs-exec-lint-${dead}.yml`,
    '.ecs-exec-lint-2024-plans.txt',
    `ecs-exec-lint-${dead}-0123456789abcdef.tmp`,
  ])("and not the owner's %s", name => {
    const cwd = folder({ [name]: 'mine' });
    aged(cwd, name);
    expect(remaining(cwd)).toEqual([name]);
  });

  test('nor what is less than a minute old', () => {
    const cwd = folder({ [NAME]: 'ne' });
    aged(cwd, NAME, 50);
    expect(remaining(cwd)).toEqual([NAME]);
  });

  test('nor what belongs to a process that is at work', () => {
    const name = NAME.replace(String(dead), String(process.ppid));
    const cwd = folder({ [name]: 'ne' });
    aged(cwd, name);
    expect(remaining(cwd)).toEqual([name]);
  });

  test('nor a folder or a link', () => {
    const linked = NAME.replace('0', '1');
    const cwd = folder({ [`${NAME}/notes.txt`]: 'mine', target: 'mine' });
    symlinkSync('target', join(cwd, linked));
    aged(cwd, linked);
    aged(cwd, NAME);
    expect([...remaining(cwd)].sort()).toEqual([NAME, linked, 'target']);
    expect(readFileSync(join(cwd, NAME, 'notes.txt'), 'utf8')).toBe('mine');
  });

  test.runIf(process.getuid?.() === 0)('nor the file of another user', () => {
    const cwd = folder({ [NAME]: 'ne' });
    chownSync(join(cwd, NAME), 65534, 65534);
    aged(cwd, NAME);
    expect(remaining(cwd)).toEqual([NAME]);
  });

  test.each(['readdirSync', 'lstatSync', 'rmSync'] as const)('keep nobody from a fix when %s fails', name => {
    const cwd = folder({ [NAME]: 'ne' });
    writeFileSync(join(cwd, 'a'), 'old');
    aged(cwd, NAME);
    const real = fs[name];
    onTestFinished(() => patch({ [name]: real }));
    const call: (...args: never[]) => unknown = real;
    const failing = (path: string, ...rest: never[]): unknown => {
      if (path === cwd || path.endsWith(NAME)) throw new Error('EIO');
      return call(...([path, ...rest] as never[]));
    };
    patch({ [name]: failing });
    expect(change(cwd, 'a', 'new')).toBeUndefined();
    patch({ [name]: real });
    expect(readdirSync(cwd).sort()).toEqual([NAME, 'a']);
  });
});

test('does not mind how long the name of a file is', () => {
  const name = `${'長い名'.repeat(27)}.yml`;
  const cwd = folder({ [name]: 'old' });
  expect(change(cwd, name, 'new')).toBeUndefined();
  expect(readdirSync(cwd)).toEqual([name]);
});

/** Puts others in place of functions of `node:fs`. */
function patch(functions: Partial<typeof fs>): void {
  Object.assign(fs, functions);
  syncBuiltinESMExports();
}
