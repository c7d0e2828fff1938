import ignore, { type Ignore } from 'ignore';
import { say } from '../../i18n/sentence.ts';
import { UsageError } from '../core/usage-error.ts';
import { withTimeout } from '../core/with-timeout.ts';

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

/** Patterns as in `.gitignore`. A pattern tries every way to split a path, which may take years. */
export class PathPatterns {
  readonly #where: string;
  readonly #ignore: Ignore;
  readonly #isCostly: boolean;

  /** @param where What to call the file that they are written in. */
  constructor(lines: readonly string[], where: string) {
    this.#where = where;
    this.#ignore = ignore().add(lines.filter(each => each.length <= LONGEST));
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
        ? withTimeout(Math.ceil(left), () => this.#ignore.test(path))
        : this.#ignore.test(path);
    } catch {
      return undefined;
    }
  }
}

const NOTHING: Said = { ignored: false, unignored: false };
