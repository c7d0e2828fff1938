import { lstatSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { codeOf } from './errors.ts';
import { isFolder } from './file-type.ts';
import { readFound } from './read-file.ts';

/**
 * The folder around this one that git knows as the root of a repository. What is only called `.git` makes none: anybody
 * could have put it there.
 */
export function repositoryOf(folder: string): string | undefined {
  return around(folder, isRoot);
}

/**
 * The folder around this one whose `.git` may hold an index, even where it cannot be seen from here, as that of a
 * worktree in a container.
 */
export function gitAround(folder: string): string | undefined {
  return around(folder, mayBeRoot);
}

function around(folder: string, matches: (folder: string) => boolean): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (matches(at)) return at;
    if (at === dirname(at)) return undefined;
  }
}

function isRoot(folder: string): boolean {
  const path = join(folder, '.git');
  if (isFolder(path)) return isGitFolder(path);
  const target = contentOf(path)?.match(/^gitdir: (.+)$/)?.[1];
  return target !== undefined && isGitFolder(resolve(folder, target));
}

/** Git passes over a folder without HEAD. */
function mayBeRoot(folder: string): boolean {
  const path = join(folder, '.git');
  return isThere(path) && !(isFolder(path) && !isThere(join(path, 'HEAD')));
}

/** A worktree has its HEAD, and the rest in common with its repository. */
function isGitFolder(path: string): boolean {
  const head = join(path, 'HEAD');
  if (!isThere(head) || isFolder(head)) return false;
  const common = resolve(path, contentOf(join(path, 'commondir')) ?? '.');
  return isFolder(join(common, 'objects')) && isFolder(join(common, 'refs'));
}

/**
 * Whether there is anything of a name, be it a link to nothing, as HEAD may be, or in a folder that may not be read.
 */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    return codeOf(error) === 'EACCES';
  }
}

/** Of a file of one line. */
function contentOf(path: string): string | undefined {
  try {
    return isThere(path) ? readFound(path).trimEnd() : undefined;
  } catch {
    return undefined;
  }
}
