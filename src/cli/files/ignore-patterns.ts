import { relative, sep } from 'node:path';
import type { Ignore } from 'ignore';
import ignore from 'ignore';
import { say } from '../../i18n/sentence.ts';
import { UsageError } from '../core/errors.ts';
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
        say`${this.#where}: the patterns take too long to match.`,
        say`Use fewer \`**\` in a pattern.`,
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
