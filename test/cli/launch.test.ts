import { isAscii } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { scriptOf } from '../../src/cli/launch/parts.ts';
import { CLI, FAULTY, folder, run } from './harness.ts';

const DIST: string = dirname(CLI);
const COMPILED: readonly string[] = readdirSync(DIST).filter(each => /\.cjs\.[\d.]+/.test(each));
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

test('what is compiled beforehand is taken by the engine under the flags that a run sets', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { readFileSync } from 'node:fs';
        import { compiledName, scriptOf } from './src/cli/launch/parts.ts';
        import { delayOptimization } from './src/cli/tier-up.ts';
        for (const file of process.argv.slice(1)) {
          if (file === 'then') {
            delayOptimization();
            continue;
          }
          const text = readFileSync(file);
          const { cachedDataRejected } = scriptOf(file, text, readFileSync(compiledName(file)).subarray(text.length));
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
  const args = ['-e', outputFiles[0]?.text ?? '', ...(first ?? []), 'then', ...(others ?? [])];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stdout).toBe('false\n'.repeat(PARTS.length));
});
