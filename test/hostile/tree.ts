import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync, type Stats } from 'node:fs';
import { join } from 'node:path';

/**
 * Everything below a folder by its path: what it is, its mode, and what it holds. A file that was written anew differs.
 */
export type Tree = ReadonlyMap<string, string>;

export function treeOf(folder: string): Tree {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(names.map(name => [join(folder, name), described(join(folder, name))]));
}

/** The paths that are in one of two trees only, or not the same in both. */
export function changes(before: Tree, after: Tree): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter(path => before.get(path) !== after.get(path)).sort();
}

function described(path: string): string {
  const stats = lstatSync(path);
  return [stats.mode, stats.uid, stats.gid, ...contentOf(path, stats)].join(' ');
}

/** Nothing is opened that may wait for somebody, such as a pipe. */
function contentOf(path: string, stats: Stats): readonly (string | number)[] {
  if (stats.isSymbolicLink()) return [readlinkSync(path)];
  if (!stats.isFile()) return [];
  const { ino, mtimeMs } = stats;
  return [ino, mtimeMs, createHash('sha256').update(readFileSync(path)).digest('hex')];
}
