import { relative, sep } from 'node:path';
import { PathPatterns } from './path-patterns.ts';

/** Patterns that somebody wrote in one folder, for files below it. */
export class IgnorePatterns {
  readonly #folder: string;
  readonly #patterns: PathPatterns;

  /** @param where What to call the place that they are written in. */
  constructor(folder: string, patterns: readonly string[], where: string) {
    this.#folder = folder;
    this.#patterns = new PathPatterns(patterns, where);
  }

  ignores(path: string, isFolder = false): boolean {
    const name = relative(this.#folder, path).split(sep).join('/');
    return this.#patterns.test(isFolder ? `${name}/` : name).ignored;
  }
}
