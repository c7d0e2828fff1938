import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { GitIgnore } from './gitignore.ts';

const TEMPLATE = /\.(?:ya?ml|json|template)$/i;

/** Where nobody keeps templates of their own. */
const NEVER = new Set(['node_modules', '.git']);

export interface Found {
  readonly files: readonly string[];
  /** Folders that could not be looked into, and why. */
  readonly closed: ReadonlyMap<string, unknown>;
}

/** The files below a folder that may be templates by their names. */
export function below(folder: string): Found {
  const ignored = new GitIgnore(folder);
  const files: string[] = [];
  const closed = new Map<string, unknown>();
  const folders = [folder];
  for (const at of folders) {
    for (const entry of entriesOf(at, closed)) {
      const path = join(at, entry.name);
      if (entry.name.startsWith('.') || NEVER.has(entry.name)) continue;
      if (entry.isDirectory()) {
        if (!ignored.ignores(path, true)) folders.push(path);
      } else if (TEMPLATE.test(entry.name) && isFile(path) && !ignored.ignores(path, false)) files.push(path);
    }
  }
  return { files, closed };
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
export function matching(pattern: string, cwd: string): readonly string[] {
  const found = globSync(pattern, {
    cwd,
    absolute: true,
    expandDirectories: false,
    ignore: [...NEVER].map(each => `**/${each}/**`),
  });
  const [fixed = ''] = /^(?:[^*?[\]{}/]*\/)*/.exec(pattern) ?? [];
  const ignored = new GitIgnore(join(cwd, fixed));
  return found.filter(path => isFile(path) && !ignored.ignores(path, false));
}

/** Links to folders are not followed: they may lead round in a circle. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
