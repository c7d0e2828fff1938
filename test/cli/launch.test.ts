import { isAscii } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { VERSION } from '../../src/cli/core/version.ts';
import { compiledName, scriptOf } from '../../src/cli/launch/compile-cache.ts';
import { CLI, FAULTY, folder, run } from './harness.ts';

const DIST: string = dirname(CLI);
const KEPT: string = join(dirname(DIST), '.compiled');
const COMPILED: readonly string[] = readdirSync(KEPT);
/** Those that are loaded before any flag is set. */
const FIRST: readonly string[] = ['main.cjs', 'help.cjs'];
const PARTS: readonly string[] = COMPILED.map(each => each.replace(/(?<=\.cjs)\..*/, ''));

test.each(['en', 'ja'])('what is compiled beforehand says the same as what is not: %s', language => {
  expect(COMPILED.length).toBeGreaterThan(0);
  const cwd = folder({ 'a.yml': FAULTY });
  const args = ['--lang', language, '--diff', 'a.yml'];
  const { code, out, err } = run(cwd, args);
  const plain = spawnSync(process.execPath, [join(DIST, 'main.cjs'), ...args], { cwd, encoding: 'utf8' });
  expect({ code, out, err }).toEqual({ code: plain.status, out: plain.stdout, err: plain.stderr });
});

test('what is compiled beforehand is ASCII, which is taken in sooner', () => {
  expect(PARTS.filter(each => !isAscii(readFileSync(join(DIST, each))))).toEqual([]);
});

test('a part with other text in it is taken in as it is all the same', () => {
  const define: () => unknown = scriptOf(
    'a.cjs',
    Buffer.from('return ["é", /[語]/.test("語")]'),
  ).runInThisContext();
  expect(define()).toEqual(['é', true]);
});

/** A clone whose command line is said to be compiled to this. */
function cloneWith(compiled: (text: Buffer) => Buffer): string {
  const cwd = folder();
  mkdirSync(join(cwd, '.compiled'));
  cpSync(DIST, join(cwd, 'dist'), { recursive: true });
  const text = readFileSync(join(DIST, 'main.cjs'));
  writeFileSync(join(cwd, '.compiled', compiledName('main.cjs')), compiled(text));
  return join(cwd, 'dist', 'cli.cjs');
}

/** A part of the same length that is not the one that was built. */
const other = (text: Buffer): Buffer =>
  Buffer.from('console.log("not what was built")'.padEnd(text.length, ' '));
const codeOf = (text: Buffer): Buffer => {
  const script = scriptOf('main.cjs', text);
  script.runInThisContext();
  return script.createCachedData();
};
const own = (text: Buffer): Buffer =>
  readFileSync(join(KEPT, compiledName('main.cjs'))).subarray(text.length);

test.each([
  ['of another text', (text: Buffer) => Buffer.concat([other(text), codeOf(other(text))])],
  ['of a text that goes on', (text: Buffer) => Buffer.concat([text, Buffer.from(' '), own(text)])],
  ['that is cut off', (text: Buffer) => Buffer.concat([text, own(text).subarray(0, 1000)])],
  ['that is damaged', (text: Buffer) => Buffer.concat([text, own(text).fill(0xff, 0, 64)])],
  ['that is empty', () => Buffer.alloc(0)],
])('what is compiled is not used where it is something %s', (_, compiled) => {
  const { code, out, err } = run(folder(), ['--version'], { cli: cloneWith(compiled) });
  expect({ code, out, err }).toEqual({ code: 0, out: `${VERSION}\n`, err: '' });
});

test('what is compiled is what runs where it fits', () => {
  const says = cloneWith(text => Buffer.concat([text, codeOf(other(text))]));
  expect(run(folder(), ['--version'], { cli: says }).out).toBe('not what was built\n');
});

test('a run keeps nothing of what is compiled', () => {
  const home = folder();
  const env = { HOME: home, TMPDIR: home, TMP: home, TEMP: home, XDG_CACHE_HOME: home };
  const cli = cloneWith(() => Buffer.alloc(0));
  const before = readdirSync(dirname(dirname(cli)), { recursive: true });
  expect(run(folder({ 'a.yml': FAULTY }), ['a.yml'], { cli, env }).code).toBe(1);
  expect(readdirSync(home)).toEqual([]);
  expect(readdirSync(dirname(dirname(cli)), { recursive: true })).toEqual(before);
});

test('what is compiled beforehand is taken by the engine under the flags that a run sets', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { readFileSync } from 'node:fs';
        import { compiledName, scriptOf } from './src/cli/launch/compile-cache.ts';
        import { delayOptimization } from './src/cli/launch/tier-up.ts';
        const [, kept, ...files] = process.argv;
        for (const file of files) {
          if (file === 'then') {
            delayOptimization();
            continue;
          }
          const text = readFileSync(file);
          const { cachedDataRejected } = scriptOf(file, text, readFileSync(kept + compiledName(file)).subarray(text.length));
          console.log(cachedDataRejected);
        }`,
      resolveDir: dirname(DIST),
    },
    bundle: true,
    platform: 'node',
    write: false,
  });
  const [first, others] = [true, false].map(isFirst =>
    PARTS.filter(each => FIRST.includes(each) === isFirst).map(each => join(DIST, each)),
  );
  const args = ['-e', outputFiles[0]?.text ?? '', `${KEPT}/`, ...(first ?? []), 'then', ...(others ?? [])];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stdout).toBe('false\n'.repeat(PARTS.length));
});
