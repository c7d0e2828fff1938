import { lstatSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { display } from '../core/paths.ts';
import { readFound } from '../core/read-file.ts';
import { PathPatterns } from './ignore-patterns.ts';

/** What the `.gitignore` files from the repository's root downwards say about files below a folder. */
export class GitIgnore {
  readonly #root: string;
  readonly #read = new Map<string, PathPatterns | undefined>();
  readonly #folders = new Map<string, string | undefined>();

  /**
   * A folder that is ignored itself is looked through when it is asked for: only its own files count then.
   *
   * @param repository Its root, where there is one.
   */
  constructor(folder: string, repository: string | undefined) {
    this.#root = repository ?? folder;
    if (this.#root === folder || this.#folder(folder) === undefined) return;
    this.#root = folder;
    this.#folders.clear();
  }

  /** The `.gitignore` that leaves a path out, as it is called from the root. All in an ignored folder is ignored. */
  ignoredBy(path: string, isFolder: boolean): string | undefined {
    return this.#folder(dirname(path)) ?? (isFolder ? this.#folder(path) : this.#said(path, false));
  }

  #folder(path: string): string | undefined {
    if (path === this.#root || path === dirname(path)) return undefined;
    if (!this.#folders.has(path))
      this.#folders.set(path, this.#folder(dirname(path)) ?? this.#said(path, true));
    return this.#folders.get(path);
  }

  /** The deepest file that has something to say decides. */
  #said(path: string, isFolder: boolean): string | undefined {
    let by: string | undefined;
    for (const folder of this.#foldersTo(path)) {
      const rules = this.#rulesOf(folder);
      if (!rules) continue;
      const name = relative(folder, path).split(sep).join('/');
      const said = rules.test(isFolder ? `${name}/` : name);
      if (said.ignored) by = display(join(folder, '.gitignore'), this.#root);
      else if (said.unignored) by = undefined;
    }
    return by;
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
