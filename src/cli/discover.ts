import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import { GitIgnore } from './gitignore.ts';
import { LeftOut } from './left-out.ts';
import { leadsOut } from './paths.ts';

const TEMPLATE = /\.(?:ya?ml|json|template)$/i;

/** Where nobody keeps templates of their own. */
const NEVER = new Set(['node_modules', '.git']);

export interface Found {
  readonly files: readonly string[];
  /** Links that lead out of where was looked: what is there is none of those who look here. */
  readonly outside: readonly string[];
  /** Folders that could not be looked into, and why. */
  readonly closed: ReadonlyMap<string, unknown>;
}

/** What is not to be discovered. */
export interface Limits {
  readonly heedsGitIgnore: boolean;
  /** Patterns as in `.gitignore`, each from the folder that it is written in. */
  readonly patterns: readonly {
    readonly folder: string;
    readonly patterns: readonly string[];
    /** What to call the place that they are written in. */
    readonly where: string;
  }[];
}

/** The files below a folder that may be templates by their names. */
export function below(folder: string, limits: Limits): Found {
  const ignored = exclusion(folder, limits);
  const files: string[] = [];
  const outside: string[] = [];
  const closed = new Map<string, unknown>();
  const folders = [folder];
  for (const at of folders) {
    for (const entry of entriesOf(at, closed)) {
      const path = join(at, entry.name);
      if (isHidden(entry.name)) continue;
      if (entry.isDirectory()) {
        if (!ignored(path, true)) folders.push(path);
      } else if (isTemplateName(entry.name) && isFile(path) && !ignored(path, false)) {
        const isOutside = entry.isSymbolicLink() && leadsOut(path, folder);
        (isOutside ? outside : files).push(path);
      }
    }
  }
  return { files, outside, closed };
}

/** Whether `below` passes over a file in a folder, whatever it is called. */
export function leavesOut(path: string, folder: string, limits: Limits): boolean {
  const parts = relative(folder, path).split(sep);
  if (parts[0] === '..' || parts.some(isHidden)) return true;
  const ignored = exclusion(folder, limits);
  const folders = parts.slice(0, -1).map((_, i) => join(folder, ...parts.slice(0, i + 1)));
  return folders.some(each => ignored(each, true)) || ignored(path, false);
}

export function isTemplateName(name: string): boolean {
  return TEMPLATE.test(name);
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || NEVER.has(name);
}

function exclusion(
  folder: string,
  { heedsGitIgnore, patterns }: Limits,
): (path: string, isFolder: boolean) => boolean {
  const git = heedsGitIgnore ? new GitIgnore(folder) : undefined;
  const leftOut = patterns.map(each => new LeftOut(each.folder, each.patterns, each.where));
  return (path, isFolder) =>
    (git?.ignores(path, isFolder) ?? false) || leftOut.some(each => each.ignores(path, isFolder));
}

function entriesOf(folder: string, closed: Map<string, unknown>): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    closed.set(folder, error);
    return [];
  }
}

export function isPattern(input: string): boolean {
  return /[*?[\]{}]/.test(input);
}

/** The files that a pattern such as `templates/**` matches. */
export function matching(pattern: string, cwd: string, limits: Limits): Omit<Found, 'closed'> {
  const found = globSync(pattern, {
    cwd,
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: [...NEVER].map(each => `**/${each}/**`),
  });
  const [fixed = ''] = /^(?:[^*?[\]{}/]*\/)*/.exec(pattern) ?? [];
  const folder = resolve(cwd, fixed);
  const ignored = exclusion(folder, limits);
  const wanted = found.filter(path => isFile(path) && !ignored(path, false));
  const outside = wanted.filter(path => leadsOut(path, folder));
  return { files: wanted.filter(path => !outside.includes(path)), outside };
}

/** Links to folders are not followed, and those that lead nowhere or round in a circle are no files. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
