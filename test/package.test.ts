import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import locked from '../package-lock.json' with { type: 'json' };
import { CLI, FAULTY, folder } from './cli/harness.ts';

const ROOT: string = dirname(dirname(CLI));

const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
  cwd: ROOT,
  encoding: 'utf8',
});
/** What is published. */
const FILES: readonly string[] = JSON.parse(packed)[0].files.map((each: { path: string }) => each.path);

test('what is published is text that people can read, all of it', () => {
  expect(FILES).toEqual(
    expect.arrayContaining(['LICENSE', 'README.md', 'dist/cli.cjs', 'dist/index.js', 'dist/main.cjs']),
  );
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const unreadable = FILES.filter(name => {
    const bytes = readFileSync(join(ROOT, name));
    return bytes.includes(0) || utf8.decode(bytes) === '';
  });
  expect(unreadable).toEqual([]);
});

test('what others wrote that it is built on is pinned, as far as it is installed', () => {
  expect(Object.keys(manifest.dependencies)).toEqual([
    'chalk',
    'cloudformation-js-yaml-schema',
    'yaml',
    'yargs',
  ]);
  const packages: Readonly<Record<string, { readonly version?: string }>> = locked.packages;
  for (const [name, version] of Object.entries(manifest.dependencies))
    expect(version).toBe(packages[`node_modules/${name}`]?.version);
});

/** A folder with a template, and with the package without anything beside it. */
function install(): string {
  const cwd = folder({ 'stack.yml': FAULTY });
  for (const name of FILES) {
    mkdirSync(dirname(join(cwd, 'alone', name)), { recursive: true });
    cpSync(join(ROOT, name), join(cwd, 'alone', name));
  }
  return cwd;
}

function node(cwd: string, ...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', env: {} });
  return { code: status, out: stdout, err: stderr };
}

describe('alone, without anything beside it', () => {
  test('the command line checks and fixes', () => {
    const cwd = install();
    const { code, out, err } = node(cwd, 'alone/dist/cli.cjs', 'stack.yml');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('error[exec-not-enabled]');
    expect(node(cwd, 'alone/dist/cli.cjs', '--fix', 'stack.yml').err).toBe('');
    expect(readFileSync(join(cwd, 'stack.yml'), 'utf8')).toContain('EnableExecuteCommand: true');
  });

  test('so does the library', () => {
    const cwd = install();
    const program = `
      const { DEFAULT_OPTIONS, fix, lint, parse } = await import('./alone/dist/index.js');
      const { readFileSync } = await import('node:fs');
      const template = parse('stack.yml', readFileSync('stack.yml', 'utf8'));
      const { findings } = lint([template], DEFAULT_OPTIONS);
      const { changed } = await fix([template], { ...DEFAULT_OPTIONS, unsafe: false });
      console.log(findings.length, changed.length);
    `;
    expect(node(cwd, '--input-type=module', '-e', program)).toEqual({ code: 0, out: '5 1\n', err: '' });
  });
});

describe('the plugin for the AWS CDK', () => {
  const program = `
    const plugin = new EcsExecLint({ config: false, lang: 'ja' });
    const templatePaths = [process.cwd() + '/stack.yml'];
    const { violations } = plugin.validate({ templatePaths, stackTemplates: [] });
    console.log(violations.length, violations.filter(each => /サービス/.test(each.description)).length);
  `;

  test.each([
    ['an ES module', 'module', `import { EcsExecLint } from './alone/dist/cdk.cjs'; ${program}`],
    ['CommonJS', 'commonjs', `const { EcsExecLint } = require('./alone/dist/cdk.cjs'); ${program}`],
  ])('runs without the CDK, loaded from %s', (_, type, text) => {
    expect(node(install(), `--input-type=${type}`, '-e', text)).toEqual({ code: 0, out: '5 1\n', err: '' });
  });

  test('is published with its types, and without its tests', () => {
    expect(FILES).toEqual(expect.arrayContaining(['dist/cdk.cjs', 'dist/cdk.d.cts']));
    expect(FILES.filter(name => name.startsWith('integrations/cdk/'))).toEqual([]);
  });
});

/** Packages that others would load, and the build leaves out. */
const LEFT_OUT: readonly string[] = ['emoji-regex', 'esprima'];

function line(name: string): string {
  const { version, license } = JSON.parse(
    readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'),
  );
  return `${name} ${version} (${license})`;
}

describe('the notices of what is built in', () => {
  const notices = (): string => readFileSync(join(ROOT, 'dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8');

  test('name every package, its version and its license', async () => {
    const { metafile } = await build({
      absWorkingDir: ROOT,
      entryPoints: ['src/cli/main.ts', 'src/index.ts'],
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      outdir: 'unwritten',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    const names = Object.keys(metafile.inputs).flatMap(
      name => /(?<=^node_modules\/)(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? [],
    );
    const lines = [...new Set(names)].filter(name => !LEFT_OUT.includes(name)).map(line);
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.filter(each => !notices().includes(`\n${each}\n`))).toEqual([]);
  });

  test('give terms that allow it', () => {
    const licenses = [...notices().matchAll(/^\S+ \d[\w.-]* \((.*)\)$/gm)].map(([, license]) => license);
    expect(new Set(licenses)).toEqual(new Set(['BSD-3-Clause', 'ISC', 'MIT']));
    expect(notices().match(/Permission (?:is hereby granted|to use, copy, modify)/g)?.length).toBeGreaterThan(
      15,
    );
  });

  test('are published', () => expect(FILES).toContain('dist/THIRD-PARTY-NOTICES.txt'));
});

/** What judges and fixes, and what no run starts: a server, and the plugin for the AWS CDK. */
const ENGINES = ['run-command.cjs', 'language-server.cjs', 'cdk.cjs'];

test('what is loaded on demand brings no engine of its own', () => {
  const files = readdirSync(join(ROOT, 'dist')).filter(
    name => name.endsWith('.cjs') && !ENGINES.includes(name),
  );
  expect(files.length).toBeGreaterThan(10);
  expect(
    files.filter(name => readFileSync(join(ROOT, 'dist', name), 'utf8').includes('dangling-reference')),
  ).toEqual([]);
});
