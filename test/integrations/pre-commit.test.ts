import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CLI, folder, OFF, READY, run } from '../cli/harness.ts';
import { Machine } from './machine.ts';

const FOLDER: string = join(dirname(dirname(CLI)), 'integrations', 'pre-commit');
const text = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly additional_dependencies: readonly string[];
}

const local = text('local.yaml');
const mirrored: readonly Hook[] = parse(text('.pre-commit-hooks.yaml'));
const hooks: readonly Hook[] = [...mirrored, ...parse(local).repos[0].hooks];

const HAS_PRE_COMMIT = spawnSync('pre-commit', ['--version']).status === 0;
if (!HAS_PRE_COMMIT) console.warn('SKIPPED: pre-commit is not there, so its hooks were run without it.');

describe.runIf(HAS_PRE_COMMIT)('pre-commit itself', () => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await Machine.start();
  });
  afterAll(() => machine.stop());

  /** What a repository holds, and the exit code of the hook. */
  const REPOSITORIES: readonly (readonly [string, Readonly<Record<string, string>>, number])[] = [
    ['clean', { 'templates/ready.yml': READY }, 0],
    ['found', { 'templates/-テンプレート.yml': OFF }, 1],
    ['broken', { 'templates/broken.yml': 'Resources: [' }, 2],
  ];
  const OWN_PATH = `PATH='${process.env.PATH}'; export LANG=ja_JP.UTF-8`;

  test.each([
    ['what is published', () => local],
    ['the packed tarball', () => local.replace(/ecs-exec-lint@[\d.]+/, machine.tarball)],
  ])('installs %s outside of the checkout, and runs it there', async (_, config) => {
    const commands = `${OWN_PATH}; git init --quiet; git add --all; pre-commit run --all-files`;
    const judge = async ([what, files, expected]: (typeof REPOSITORIES)[number]): Promise<void> => {
      const all = { '.pre-commit-config.yaml': config(), ...files };
      const { code, out, trapped } = await machine.run(commands, all);
      expect({ what, code, trapped }, out).toEqual({ what, code: expected === 0 ? 0 : 1, trapped: [] });
      if (expected > 0) expect(out).toContain(`- exit code: ${expected}`);
    };
    await Promise.all(REPOSITORIES.map(judge));
  });

  test('installs a mirror, whose hook fixes what is committed', async () => {
    const mirror = folder({ 'package.json': text('package.json') });
    const git = (...args: string[]): string => {
      const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
      const { status, stdout, stderr } = spawnSync('git', [...who, ...args], {
        cwd: mirror,
        encoding: 'utf8',
      });
      expect(status, stderr).toBe(0);
      return stdout.trim();
    };
    spawnSync('cp', [join(FOLDER, '.pre-commit-hooks.yaml'), mirror]);
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '-m', 'mirror');
    const rev = git('rev-parse', 'HEAD');
    const config = JSON.stringify({ repos: [{ repo: mirror, rev, hooks: [{ id: 'ecs-exec-lint-fix' }] }] });
    const { code, out, cwd } = await machine.run(
      `${OWN_PATH}; git init --quiet; git add --all; pre-commit run --all-files`,
      { '.pre-commit-config.yaml': config, 'a.yml': OFF },
    );
    expect(code, out).toBe(1);
    expect(out).toContain('files were modified by this hook');
    expect(readFileSync(join(cwd, 'a.yml'), 'utf8')).toBe(`${OFF}      EnableExecuteCommand: true\n`);
  });
});

test('hooks install no script of a package', () => {
  for (const { additional_dependencies: installed } of hooks) expect(installed).toContain('--ignore-scripts');
});

test.each(hooks)('without pre-commit: $entry', ({ entry }) => {
  const [command, ...args] = entry.split(' ');
  expect(command).toBe('ecs-exec-lint');
  expect(run(folder({ 'a.yml': 'kind: Pod\n' }), args).code).toBe(0);
  const cwd = folder({ 'a.yml': OFF });
  expect(run(cwd, args).code).toBe(args.includes('--fix') ? 0 : 1);
});
