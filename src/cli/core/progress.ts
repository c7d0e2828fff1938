import type { Sentence } from '../../i18n/sentence.ts';
import type { Words } from '../../i18n/words.ts';
import type { Stream } from './stream.ts';

/** Milliseconds in which nobody wonders whether anything happens. */
const PATIENCE = 1000;
/** Milliseconds for which a line stands at least. */
const PAUSE = 100;

/** Takes the cursor to the start of the line, and the text away. */
const CLEAR_LINE = '\r\u001b[K';

/** A line on a terminal about work that takes long, in place of the one before; nothing anywhere else. */
export class Progress {
  readonly #stream: Pick<Stream, 'isTerminal' | 'columns' | 'write'>;
  readonly #words: Words;
  readonly #now: () => number;
  #next: number;
  #isShown = false;

  constructor(
    stream: Pick<Stream, 'isTerminal' | 'columns' | 'write'>,
    words: Words,
    now: () => number = () => performance.now(),
  ) {
    this.#stream = stream;
    this.#words = words;
    this.#now = now;
    this.#next = now() + PATIENCE;
  }

  /** Says what is done, unless something was said just now. */
  tell(said: () => Sentence): void {
    const now = this.#now();
    if (now < this.#next) return;
    const isCapable = this.#stream.isTerminal && process.env.TERM !== 'dumb';
    this.#next = isCapable ? now + PAUSE : Number.POSITIVE_INFINITY;
    if (!isCapable) return;
    const text = this.#words(said()).slice(0, (this.#stream.columns || 80) - 1);
    this.#stream.write(`${CLEAR_LINE}${text}`);
    this.#isShown = true;
  }

  /** Before anything else is written. */
  clear(): void {
    if (this.#isShown) this.#stream.write(CLEAR_LINE);
    this.#isShown = false;
  }
}
