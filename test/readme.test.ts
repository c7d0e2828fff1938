import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { problemsIn } from '../src/cli/config/problems.ts';
import { configSchema } from '../src/cli/config/schema.ts';
import { FORMAT_NAMES } from '../src/cli/formats.ts';
import { DEFAULT_OPTIONS, fix, lint, parse, rules } from '../src/index.ts';
import { say } from '../src/lang/sentence.ts';
import { CLI, FAULTY, folder } from './cli/harness.ts';
import { expected, FIXTURES } from './fixtures.ts';

const FILE: string = join(FIXTURES, '..', 'README.md');
const README: string = readFileSync(FILE, 'utf8');

/** What stands for lines that are left out. */
const LEFT_OUT = '[...]';

const EXAMPLES: readonly (readonly [command: string, output: string])[] = [
  ...README.matchAll(/^```console\n\$ (.+)\n([\s\S]*?)^```$/gm),
].map(([, command = '', output = '']) => [command, output]);

test('has examples', () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(2);
});

test.each(EXAMPLES)('shows what is printed: %s', (command, output) => {
  const cwd = folder();
  cpSync(FIXTURES, join(cwd, 'fixtures'), { recursive: true });
  const actual = spawnSync(
    'sh',
    ['-c', command.replace('npx ecs-exec-lint', '"$0" "$1"'), process.execPath, CLI],
    {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    },
  );
  expect([1, ''], actual.stderr).toEqual([actual.status, actual.stderr]);
  let rest = actual.stdout;
  for (const part of output.split(`${LEFT_OUT}\n`)) {
    const at = rest.indexOf(part);
    expect(at, part).toBeGreaterThanOrEqual(0);
    rest = rest.slice(at + part.length);
  }
  expect(rest).toBe('');
});

test('has the table of the rules', () => {
  const rows = rules.map(
    ({ id, severity, fix: cure, summary }) => `| \`${id}\` | ${severity} | ${cure} | ${summary} |`,
  );
  const table = ['| rule | severity | fix | finds |', '|---|---|---|---|', ...rows].join('\n');
  const updated = README.replace(/(?<=<!-- rules -->\n)[\s\S]*(?=<!-- \/rules -->)/, () => `${table}\n`);
  if (process.env.UPDATE === '1' && process.env.CI === undefined) writeFileSync(FILE, updated);
  else expect(README).toBe(updated);
});

test('names scripts that there are', () => {
  for (const [, name = ''] of README.matchAll(/npm run ([\w:-]+)/g))
    expect(manifest.scripts).toHaveProperty(name);
});

test('shows a library that works as shown', async () => {
  expect(README).toContain("import { DEFAULT_OPTIONS, fix, lint, parse } from 'ecs-exec-lint';");
  const template = parse('stack.yml', FAULTY);
  const { findings, services } = lint([template], DEFAULT_OPTIONS);
  const { changed } = await fix([template], { ...DEFAULT_OPTIONS, unsafe: false });
  expect([findings.length > 0, services.length, changed.length]).toEqual([true, 1, 1]);
});

test('has a line for every format, and a configuration that can be read', () => {
  for (const name of FORMAT_NAMES) expect(README).toContain(`| \`${name}\` |`);
  const [, config = ''] = /## Configure[\s\S]*?```yaml\n([\s\S]*?)```/.exec(README) ?? [];
  const root = parse('x.yml', config).root;
  expect(root.kind === 'mapping' && root.entries.length).toBeGreaterThan(3);
  expect(problemsIn(root, configSchema(rules), say`It`)).toEqual([]);
});

test('has a picture of what is printed', () => {
  const script = join(FIXTURES, '..', 'scripts', 'picture.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toBe(expected(join(FIXTURES, '..', 'docs', 'picture.svg'), stdout, ''));
});
