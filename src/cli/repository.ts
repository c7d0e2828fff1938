import { lstatSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readFound } from './ordinary.ts';

/**
 * The folder around this one that git knows as the root of a repository. What is only called `.git` makes none: anybody
 * could have put it there.
 */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (isRoot(at)) return at;
    if (at === dirname(at)) return undefined;
  }
}

function isRoot(folder: string): boolean {
  const path = join(folder, '.git');
  if (isFolder(path)) return isGitFolder(path);
  const target = contentOf(path)?.match(/^gitdir: (.+)$/)?.[1];
  return target !== undefined && isGitFolder(resolve(folder, target));
}

/** A worktree has its HEAD, and the rest in common with its repository. */
function isGitFolder(path: string): boolean {
  const common = resolve(path, contentOf(join(path, 'commondir')) ?? '.');
  return isThere(join(path, 'HEAD')) && isFolder(join(common, 'objects')) && isFolder(join(common, 'refs'));
}

/** HEAD may be a link to a branch without commits. */
function isThere(path: string): boolean {
  try {
    return !lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Of a file of one line. */
function contentOf(path: string): string | undefined {
  try {
    return readFound(path).trimEnd();
  } catch {
    return undefined;
  }
}
