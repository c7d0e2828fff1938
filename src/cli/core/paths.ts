import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { repositoryOf } from './repository.ts';

/** How a file is called in reports: from the current directory when it is below it, and always with `/`. */
export function display(path: string, cwd: string): string {
  const below = relative(cwd, path);
  const isBelow = below !== '' && !isAbsolute(below) && below.split(sep)[0] !== '..';
  return (isBelow ? below : path).split(sep).join('/');
}

/** Whether a path is a link, or goes through one, to what is not below a folder. A broken link does not. */
export function leadsOut(path: string, folder: string): boolean {
  try {
    return isOutside(realpathSync(path), realpathSync(folder));
  } catch {
    return false;
  }
}

/** Whether a path, as it is written, is that of a folder or of what is in it. */
export function isWithin(path: string, folder: string): boolean {
  return !isOutside(path, folder);
}

function isOutside(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return isAbsolute(below) || below.split(sep)[0] === '..';
}

export function absolute(path: string, cwd: string): string {
  return resolve(cwd, path);
}

/** In the order of paths, the same on every machine. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** What a template from standard input is called unless somebody gives it a name. */
export const STDIN = '<stdin>';

/** How files that `display` names are called from the root of their repository, for those who read reports there. */
export function namer(cwd: string): (file: string) => string {
  const root = repositoryOf(cwd);
  if (root === undefined) return file => file;
  const below = relative(root, cwd).split(sep).join('/');
  return file => {
    if (isAbsolute(file)) return display(file, root);
    return below === '' || file === STDIN ? file : `${below}/${file}`;
  };
}
