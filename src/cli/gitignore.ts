import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { repositoryOf } from './paths.ts';

/** What the `.gitignore` files from the repository's root downwards say about files below a folder. */
export class GitIgnore {
  readonly #root: string;
  readonly #read = new Map<string, Ignore | undefined>();

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

  #rulesOf(folder: string): Ignore | undefined {
    if (!this.#read.has(folder)) this.#read.set(folder, readRules(join(folder, '.gitignore')));
    return this.#read.get(folder);
  }
}

function readRules(file: string): Ignore | undefined {
  try {
    return ignore().add(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
