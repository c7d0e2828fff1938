import { relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Patterns that somebody wrote in one folder, for files below it. */
export class LeftOut {
  readonly #folder: string;
  readonly #patterns: Ignore;

  constructor(folder: string, patterns: readonly string[]) {
    this.#folder = folder;
    this.#patterns = ignore().add([...patterns]);
  }

  ignores(path: string, isFolder = false): boolean {
    const name = relative(this.#folder, path).split(sep).join('/');
    return ignore.isPathValid(name) && this.#patterns.ignores(isFolder ? `${name}/` : name);
  }
}
