import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OFF, READY } from '../../cli/harness.ts';
import type { After, Trial } from '../trial.ts';
import { says } from './says.ts';

/** Makes the folder a repository where everything is committed, whatever `.gitignore` says of it. */
function commit(cwd: string): void {
  rmSync(join(cwd, '.git'), { recursive: true });
  const author = ['-c', 'user.name=Stranger', '-c', 'user.email=stranger@example.com'];
  for (const args of [
    ['init', '--quiet'],
    ['add', '--force', '--all'],
    [...author, 'commit', '--quiet', '--message', 'Add templates'],
  ]) {
    const { status, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }
}

function write(cwd: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }
}

/** Something else in place of the index of tracked files. */
function index(what: string, prepare: (git: string) => void, after: After): Trial {
  return {
    name: `${what}, where a \`.gitignore\` hides a template`,
    files: () => ({ 'a.yml': OFF, 'b.yml': READY, '.gitignore': 'a.yml\n' }),
    prepare: cwd => {
      commit(cwd);
      rmSync(join(cwd, '.git', 'index'));
      prepare(join(cwd, '.git'));
    },
    args: [],
    after,
  };
}

const MAY_BE_TRACKED = says(0, '.gitignore', 'a.yml', 'tracked');

/** Templates that a `.gitignore` hides, whether they are committed or not. */
export const IGNORED: readonly Trial[] = [
  {
    name: 'a `.gitignore` that hides a committed template, and the folder of another one',
    files: () => ({ 'a.yml': OFF, 'stacks/a.yml': OFF, 'b.yml': READY, '.gitignore': 'a.yml\n/stacks/\n' }),
    prepare: commit,
    args: ['-f', 'concise'],
    after: says(1, 'a.yml:2:3', 'stacks/a.yml:2:3'),
  },
  {
    name: 'a `.gitignore` that hides templates that are not committed',
    files: () => ({ 'b.yml': READY }),
    prepare: cwd => {
      commit(cwd);
      write(cwd, { 'a.yml': OFF, 'stacks/a.yml': OFF, '.gitignore': 'a.yml\n/stacks/\n' });
    },
    args: [],
    after: says(0, '.gitignore', 'a.yml', 'stacks/'),
  },
  index('a `.git/index` that is a pipe', git => spawnSync('mkfifo', ['index'], { cwd: git }), MAY_BE_TRACKED),
  index(
    'a `.git/index` that is a link to `/dev/zero`',
    git => symlinkSync('/dev/zero', join(git, 'index')),
    MAY_BE_TRACKED,
  ),
  index(
    'a `.git/index` that promises four billion files',
    git =>
      writeFileSync(
        join(git, 'index'),
        Buffer.from(`DIRC\0\0\0\u0002${'\u00ff'.repeat(4)}${'\0'.repeat(4000)}`, 'latin1'),
      ),
    MAY_BE_TRACKED,
  ),
  index(
    'a `.git` that is a file and names a folder elsewhere',
    git => {
      renameSync(git, `${git}-elsewhere`);
      writeFileSync(git, 'gitdir: .git-elsewhere\n');
    },
    MAY_BE_TRACKED,
  ),
];
