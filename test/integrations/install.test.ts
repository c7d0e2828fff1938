import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { CLI, folder, OFF, READY, type Run } from '../cli/harness.ts';
import { Machine } from './machine.ts';
import { toolProgram } from './tools.ts';

const ROOT: string = dirname(dirname(CLI));

let machine: Machine;
beforeAll(async () => {
  machine = await Machine.start();
});
afterAll(() => machine.stop());

/** The line of a README that installs the package. */
function lineOf(readme: string): string {
  return /^npm install --global .+$/m.exec(readFileSync(join(ROOT, readme), 'utf8'))?.[0] ?? '';
}

/** What a clone holds after it was built. */
function clone(): string {
  const cwd = folder();
  const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const { path } of JSON.parse(packed)[0].files as readonly { readonly path: string }[]) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    cpSync(join(ROOT, path), join(cwd, path));
  }
  return cwd;
}

test('the line of the READMEs installs a package that stays when the clone is gone', async () => {
  expect(lineOf('README.ja.md')).toBe(lineOf('README.md'));
  const [cwd, prefix] = [clone(), folder()];
  const env = {
    PATH: process.env.PATH,
    HOME: prefix,
    npm_config_prefix: prefix,
    npm_config_registry: machine.registry,
  };
  // The registry is in this process, so nothing may wait for it.
  const { stdout, stderr } = await promisify(execFile)('sh', ['-ec', lineOf('README.md')], { cwd, env });
  expect(stdout + stderr).not.toMatch(/npm warn/i);
  const where = folder({ 'ready.yml': READY });
  const program = join(prefix, 'bin', 'ecs-exec-lint');
  const run = (...args: readonly string[]): Run => {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: where,
      encoding: 'utf8',
      env: { PATH: env.PATH },
    });
    return { code: status, out: stdout, err: stderr };
  };
  rmSync(cwd, { recursive: true });
  expect(run('--version')).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
  expect(run('--lang', 'ja', 'ready.yml').code).toBe(0);
});

const NODE = toolProgram('node-24', 'bin', 'node');
if (!NODE) console.warn('SKIPPED: Node.js 24 is not there, so nobody looked for its compile cache.');

/** npm itself, to be run by another Node.js than the one that it came with. */
function npmProgram(): string {
  const root = execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim();
  return join(root, 'npm', 'bin', 'npm-cli.js');
}

describe.runIf(NODE)('the compile cache of Node.js 22 and later', () => {
  /** What is among the temporary files when Node.js has run this. */
  function left(
    args: readonly string[],
    cwd: string,
    env: Readonly<Record<string, string>> = {},
  ): readonly string[] {
    const temporary = folder();
    spawnSync(NODE ?? '', args, {
      cwd,
      env: { PATH: `${dirname(NODE ?? '')}:${process.env.PATH}`, HOME: temporary, TMPDIR: temporary, ...env },
    });
    return readdirSync(temporary).filter(each => !each.startsWith('.npm'));
  }

  test.each([
    [['stack.yml']],
    [['--lang', 'ja', '-f', 'sarif=out/report.sarif', 'stack.yml']],
    [['--fix', 'stack.yml']],
    [['--explain', 'exec-not-enabled']],
    [['--lsp']],
  ])('is not made by the package: %j', args => {
    const cwd = folder({ 'stack.yml': OFF });
    expect(left([CLI, ...args], cwd)).toEqual([]);
  });

  test('is made where NODE_COMPILE_CACHE asks for it, unless it is switched off', () => {
    const cwd = folder({ 'stack.yml': OFF });
    const env = { NODE_COMPILE_CACHE: join(cwd, 'cache') };
    left([CLI, 'stack.yml'], cwd, { ...env, NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(existsSync(env.NODE_COMPILE_CACHE)).toBe(false);
    left([CLI, 'stack.yml'], cwd, env);
    expect(readdirSync(env.NODE_COMPILE_CACHE)).toHaveLength(1);
  });

  test('is made by npm, as the page says, unless it is switched off', () => {
    const page = readFileSync(join(ROOT, 'docs', 'usage.md'), 'utf8');
    const [, name = ''] = /the folder `([\w-]+)` among the temporary files/.exec(page) ?? [];
    expect(left([npmProgram(), '--version'], folder())).toEqual([name]);
    expect(left([npmProgram(), '--version'], folder(), { NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual([]);
  });
});
