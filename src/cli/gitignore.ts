import { lstatSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { readFound } from './ordinary.ts';
import { PathPatterns } from './path-patterns.ts';
import { display, repositoryOf } from './paths.ts';

/** What the `.gitignore` files from the repository's root downwards say about files below a folder. */
export class GitIgnore {
  readonly #root: string;
  readonly #read = new Map<string, PathPatterns | undefined>();

  /** A folder that is ignored itself is looked through when it is asked for: only its own files count then. */
  constructor(folder: string) {
    const repository = repositoryOf(folder);
    this.#root = repository ?? folder;
    if (repository !== undefined && repository !== folder && this.#isBelowIgnored(folder))
      this.#root = folder;
  }

  /** The deepest file that has something to say decides. */
  ignores(path: string, isFolder: boolean): boolean {
    let ignored = false;
    for (const folder of this.#foldersTo(path)) {
      const rules = this.#rulesOf(folder);
      if (!rules) continue;
      const name = relative(folder, path).split(sep).join('/');
      const said = rules.test(isFolder ? `${name}/` : name);
      if (said.ignored) ignored = true;
      else if (said.unignored) ignored = false;
    }
    return ignored;
  }

  #isBelowIgnored(folder: string): boolean {
    const above = [...this.#foldersTo(folder).slice(1), folder];
    return above.some(each => this.ignores(each, true));
  }

  /** From the root to the folder that a path is in. */
  #foldersTo(path: string): readonly string[] {
    const folders: string[] = [];
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      folders.unshift(folder);
      if (folder === this.#root || folder === dirname(folder)) return folders;
    }
  }

  #rulesOf(folder: string): PathPatterns | undefined {
    if (!this.#read.has(folder)) this.#read.set(folder, this.#readRules(join(folder, '.gitignore')));
    return this.#read.get(folder);
  }

  /** Git does not follow a link either. */
  #readRules(file: string): PathPatterns | undefined {
    try {
      if (lstatSync(file).isSymbolicLink()) return undefined;
      return new PathPatterns(readFound(file).split(/\r?\n/), display(file, this.#root));
    } catch {
      return undefined;
    }
  }
}
