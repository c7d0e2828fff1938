import { isAbsolute, relative, resolve, sep } from 'node:path';

/** How a file is called in reports: from the current folder when it is below it, and always with `/`. */
export function display(path: string, cwd: string): string {
  const below = relative(cwd, path);
  const isBelow = below !== '' && !isAbsolute(below) && below.split(sep)[0] !== '..';
  return (isBelow ? below : path).split(sep).join('/');
}

export function absolute(path: string, cwd: string): string {
  return resolve(cwd, path);
}

/** In the order of paths, the same on every machine. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
