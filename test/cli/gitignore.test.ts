import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, OFF, run } from './harness.ts';

const FILES: readonly string[] = [
  'a.yml',
  'b.yaml',
  'sub/A.yml',
  'sub/deep/c.yml',
  '本番.yaml',
  'sub/旧本番.yaml',
  'à.yml',
  'sub/space .yml',
];

const git = (cwd: string, ...args: readonly string[]): string =>
  spawnSync('git', args, { cwd, encoding: 'utf8', env: { PATH: process.env.PATH ?? '' } }).stdout;

const HAS_GIT = git('/', '--version') !== null;
if (!HAS_GIT) console.warn('SKIPPED: there is no git, so it was not asked what it ignores.');

test
  .runIf(HAS_GIT && process.platform === 'linux')
  .each([
    '*.YML',
    'a.yml',
    '/a.yml',
    '?.yml',
    '?本番.yaml',
    '???本番.yaml',
    '*本番.yaml',
    '本番.yaml',
    '[本]番.yaml',
    'à.yml',
    'à',
    '??.yml',
    'sub/*.yml',
    'sub/**/c.yml',
    '*.y*ml',
    'sub/space\\ .yml',
    '*\n!sub/\n!*.yaml',
  ])('%j leaves out what git ignores for it', pattern => {
  const cwd = folder({ '.gitignore': `${pattern}\n` });
  git(cwd, 'init', '-q');
  for (const file of FILES) {
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    writeFileSync(join(cwd, file), OFF);
  }
  const seen = git(cwd, '-c', 'core.quotePath=false', 'ls-files', '-z', '--others', '--exclude-standard');
  const expected = seen.split('\0').filter(each => /\.ya?ml$/.test(each));
  const { out } = run(cwd, ['--list-files']);
  expect(out.split('\n').filter(Boolean).sort()).toEqual(expected.sort());
});
