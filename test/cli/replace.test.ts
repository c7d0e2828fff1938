import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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

test('says what is in the way', () => {
  const cwd = folder({ a: 'old' });
  expect(replace(join(cwd, 'b'), Buffer.from('old'), 'new')).toEqual('there is no such file');
  chmodSync(join(cwd, 'a'), 0o444);
  expect(replace(join(cwd, 'a'), Buffer.from('old'), 'new')).toEqual('it is read-only');
  expect(readdirSync(cwd)).toEqual(['a']);
});
