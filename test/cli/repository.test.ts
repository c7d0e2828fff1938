import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryOf } from '../../src/cli/core/repository.ts';
import { folder, OFF, REPOSITORY, run } from './harness.ts';

describe('the root of a repository is a folder with', () => {
  const HEAD = 'ref: refs/heads/main\n';
  const isRoot = (files: Readonly<Record<string, string>>, prepare?: (cwd: string) => void): boolean => {
    const cwd = folder({ ...files, 'sub/x': '' });
    prepare?.(cwd);
    return repositoryOf(join(cwd, 'sub')) === cwd;
  };
  const gitAt = (at: string): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(REPOSITORY).map(([name, text]) => [name.replace(/^\.git/, at), text]));

  test('a folder of git', () => {
    expect(isRoot(REPOSITORY)).toBe(true);
  });

  test('a file that leads to one, as a submodule has', () => {
    const modules = gitAt('elsewhere');
    expect(isRoot({ ...modules, '.git': 'gitdir: ./elsewhere\n' })).toBe(true);
    expect(isRoot({ ...modules, '.git': 'gitdir: elsewhere' })).toBe(true);
    expect(isRoot({ ...modules, '.git': 'gitdir: elsewhere\r\n' })).toBe(true);
    expect(
      isRoot(modules, cwd => writeFileSync(join(cwd, '.git'), `gitdir: ${join(cwd, 'elsewhere')}\n`)),
    ).toBe(true);
  });

  test('a file that leads to a worktree, whose objects are those of the repository', () => {
    const main = gitAt('main');
    const worktree = { 'main/worktrees/a/HEAD': HEAD, 'main/worktrees/a/commondir': '../..\n' };
    expect(isRoot({ ...main, ...worktree, '.git': 'gitdir: main/worktrees/a\n' })).toBe(true);
  });

  test('a link to one', () => {
    expect(isRoot(gitAt('elsewhere'), cwd => symlinkSync('elsewhere', join(cwd, '.git')))).toBe(true);
  });

  type Prepare = (cwd: string) => void;
  const nothing: Prepare = () => undefined;
  test.each<readonly [string, Readonly<Record<string, string>>, Prepare]>([
    ['an empty folder', {}, cwd => mkdirSync(join(cwd, '.git'))],
    ['a folder that holds something else', { '.git/notes.txt': '' }, nothing],
    ['no HEAD', { '.git/objects/x': '', '.git/refs/x': '' }, nothing],
    ['no objects', { '.git/HEAD': HEAD, '.git/refs/x': '' }, nothing],
    ['no refs', { '.git/HEAD': HEAD, '.git/objects/x': '' }, nothing],
    ['files for folders', { '.git/HEAD': HEAD, '.git/objects': '', '.git/refs': '' }, nothing],
    ['an empty file', { '.git': '' }, nothing],
    ['a file that does not resolve', { '.git': 'gitdir: nowhere\n' }, nothing],
    ['a file that leads to no folder of git', { '.git': 'gitdir: sub\n' }, nothing],
    ['a file that says something else', { ...gitAt('elsewhere'), '.git': 'elsewhere\n' }, nothing],
    ['a worktree of nothing', { '.git/HEAD': HEAD, '.git/commondir': '../sub\n' }, nothing],
    ['a worktree of itself', { '.git': 'gitdir: .git\n' }, nothing],
    ['a link to nowhere', {}, cwd => symlinkSync('nowhere', join(cwd, '.git'))],
  ])('and not with %s', (_, files, prepare) => {
    expect(isRoot(files, prepare)).toBe(false);
  });

  test('and what only looks like one changes nothing above the current directory', () => {
    const cwd = folder({
      '.git/HEAD': HEAD,
      '.ecs-exec-lint.yml': 'exec: optional\n',
      '.gitignore': '*.yml\n',
      'sub/a.yml': OFF,
    });
    const inside = join(cwd, 'sub');
    expect(run(inside, ['-f', 'concise'])).toMatchObject({ code: 1, err: '' });
    renameSync(join(cwd, '.git'), join(cwd, '.not-git'));
    for (const [name, text] of Object.entries(REPOSITORY)) {
      mkdirSync(join(cwd, name, '..'), { recursive: true });
      writeFileSync(join(cwd, name), text);
    }
    expect(run(inside, ['a.yml']).code).toBe(0);
    expect(run(inside, []).code).toBe(2);
  });
});
