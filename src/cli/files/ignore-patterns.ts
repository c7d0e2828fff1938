import { lstatSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Ignore } from 'ignore';
import ignore from 'ignore';
import { say } from '../../i18n/sentence.ts';
import { UsageError } from '../core/errors.ts';
import { display } from '../core/paths.ts';
import { readFound } from '../core/read-file.ts';
import { withTimeout } from '../core/with-timeout.ts';

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

/** What patterns say of a path. */
export interface Said {
  readonly ignored: boolean;
  readonly unignored: boolean;
}

/** All that slow matches may take in one process, in milliseconds. There are none among honest patterns. */
const MOST_TIME = 5000;

const WORTH_COUNTING = 5;

let left = MOST_TIME;

/** No path is longer, so nothing that is written out is. */
const LONGEST = 4096;

/** Git sets `core.ignoreCase` where the usual file system does not tell `A` from `a`. */
const IGNORES_CASE = process.platform === 'win32' || process.platform === 'darwin';

/**
 * A text in which each byte of its UTF-8 is a character, as wildcards of git see it: `?` is no more than a third of a
 * Japanese letter. Bytes beyond ASCII are private characters, so that none is taken for a blank.
 */
function byteByByte(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  return [...Buffer.from(text)].map(each => String.fromCharCode(each < 0x80 ? each : 0xe000 + each)).join('');
}

/** Patterns as in `.gitignore`. A pattern tries every way to split a path, which may take years. */
export class PathPatterns {
  readonly #where: string;
  readonly #ignore: Ignore;
  readonly #isCostly: boolean;

  /** @param where What to call the file that they are written in. */
  constructor(lines: readonly string[], where: string) {
    this.#where = where;
    const options = { ignorecase: IGNORES_CASE };
    this.#ignore = ignore(options).add(lines.filter(each => each.length <= LONGEST).map(byteByByte));
    this.#isCostly = lines.some(each => (each.match(/\*\*/g)?.length ?? 0) > 2);
  }

  /** @param path With `/`, relative to where the patterns are written, and with a `/` at its end for a folder. */
  test(path: string): Said {
    if (!ignore.isPathValid(path)) return NOTHING;
    const start = performance.now();
    const said = this.#ask(path);
    const took = performance.now() - start;
    if (took > WORTH_COUNTING) left -= took;
    if (said === undefined || left < 1)
      throw new UsageError(
        say`${this.#where}: its patterns take too long to match.`,
        say`A pattern with fewer \`**\` in it takes less.`,
      );
    return said;
  }

  #ask(path: string): Said | undefined {
    try {
      return this.#isCostly
        ? withTimeout(Math.ceil(left), () => this.#ignore.test(byteByByte(path)))
        : this.#ignore.test(byteByByte(path));
    } catch {
      return undefined;
    }
  }
}

const NOTHING: Said = { ignored: false, unignored: false };

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
