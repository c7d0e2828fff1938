import { isAscii } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { scriptOf } from '../../src/cli/launch/parts.ts';
import { CLI, FAULTY, folder, run } from './harness.ts';

const DIST: string = dirname(CLI);
const COMPILED: readonly string[] = readdirSync(DIST).filter(each => /\.cjs\.[\d.]+/.test(each));

test.each(['en', 'ja'])('what is compiled beforehand says the same as what is not: %s', language => {
  expect(COMPILED.length).toBeGreaterThan(0);
  const cwd = folder({ 'a.yml': FAULTY });
  const args = ['--lang', language, '--diff', 'a.yml'];
  const { code, out, err } = run(cwd, args);
  const plain = spawnSync(process.execPath, [join(DIST, 'main.cjs'), ...args], { cwd, encoding: 'utf8' });
  expect({ code, out, err }).toEqual({ code: plain.status, out: plain.stdout, err: plain.stderr });
});

test('what is compiled beforehand is ASCII, which is taken in sooner', () => {
  const parts = COMPILED.map(each => each.replace(/(?<=\.cjs)\..*/, ''));
  expect(parts.filter(each => !isAscii(readFileSync(join(DIST, each))))).toEqual([]);
});

test('a part with other text in it is taken in as it is all the same', () => {
  const define: () => unknown = scriptOf(
    'a.cjs',
    Buffer.from('return ["é", /[語]/.test("語")]'),
  ).runInThisContext();
  expect(define()).toEqual(['é', true]);
});
