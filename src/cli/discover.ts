import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { GitIgnore } from './gitignore.ts';

const TEMPLATE = /\.(?:ya?ml|json|template)$/i;

/** Where nobody keeps templates of their own. */
const NEVER = new Set(['node_modules', '.git']);

/** The files below a folder that may be templates by their names. Throws when the folder cannot be read. */
export function below(folder: string): readonly string[] {
  const ignored = new GitIgnore(folder);
  const found: string[] = [];
  const look = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.name.startsWith('.') || NEVER.has(entry.name)) continue;
      if (entry.isDirectory()) {
        if (!ignored.ignores(path, true)) look(path);
      } else if (TEMPLATE.test(entry.name) && isFile(path) && !ignored.ignores(path, false)) found.push(path);
    }
  };
  look(folder);
  return found;
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
