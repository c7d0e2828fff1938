import { spawnSync } from 'node:child_process';
import fs, { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { replace } from '../../src/cli/replace.ts';
import { folder } from './harness.ts';

test('gives a file its new text', () => {
  const cwd = folder({ a: 'old' });
  expect(replace(join(cwd, 'a'), Buffer.from('old'), 'new')).toBeUndefined();
  expect(readFileSync(join(cwd, 'a'), 'utf8')).toBe('new');
});

test('leaves a file alone that something else has changed', () => {
  const cwd = folder({ a: 'mine' });
  expect(replace(join(cwd, 'a'), Buffer.from('old'), 'new')).toEqual(
    'it was changed by something else in the meantime',
  );
  expect(readFileSync(join(cwd, 'a'), 'utf8')).toBe('mine');
});

test('looks at the last moment whether something else has changed it', () => {
  const cwd = folder({ a: 'old' });
  const { fsyncSync } = fs;
  onTestFinished(() => patch({ fsyncSync }));
  patch({ fsyncSync: () => writeFileSync(join(cwd, 'a'), 'mine') });
  expect(String(replace(join(cwd, 'a'), Buffer.from('old'), 'new'))).toBe(
    'it was changed by something else in the meantime',
  );
  expect(readFileSync(join(cwd, 'a'), 'utf8')).toBe('mine');
  expect(readdirSync(cwd)).toEqual(['a']);
});

test('says what is in the way', () => {
  const cwd = folder({ a: 'old' });
  expect(replace(join(cwd, 'b'), Buffer.from('old'), 'new')).toEqual('there is no such file');
  chmodSync(join(cwd, 'a'), 0o444);
  expect(replace(join(cwd, 'a'), Buffer.from('old'), 'new')).toEqual('it is read-only');
  expect(readdirSync(cwd)).toEqual(['a']);
});

test('clears away what a run left behind that was killed, and nothing of one that is at work', () => {
  const dead = spawnSync('true').pid;
  const [left, other] = [`.ecs-exec-lint-${dead}-0abc.tmp`, `.ecs-exec-lint-${process.ppid}-0abc.tmp`];
  const cwd = folder({ a: 'old', [left]: 'ne', [other]: 'ne', '.ecs-exec-lint-notes': 'mine' });
  expect(replace(join(cwd, 'a'), Buffer.from('old'), 'new')).toBeUndefined();
  expect(readdirSync(cwd).sort()).toEqual([other, '.ecs-exec-lint-notes', 'a'].sort());
});

test('does not mind how long the name of a file is', () => {
  const name = `${'長い名'.repeat(27)}.yml`;
  const cwd = folder({ [name]: 'old' });
  expect(replace(join(cwd, name), Buffer.from('old'), 'new')).toBeUndefined();
  expect(readdirSync(cwd)).toEqual([name]);
});

/** Puts others in place of functions of `node:fs`. */
function patch(functions: Partial<typeof fs>): void {
  Object.assign(fs, functions);
  syncBuiltinESMExports();
}
