import type { Case } from './case.ts';
import type { Text } from './material.ts';

/** Whether a smaller case still shows what is looked for. */
export type Shows = (subject: Case) => Promise<boolean>;

/**
 * The smallest case that is found by taking away files, then lines, then signs, as long as it shows the same. Looks at
 * no more than `most` cases, so that it ends whatever a look costs.
 */
export async function minimise(subject: Case, shows: Shows, most: number): Promise<Case> {
  return new Minimising(subject, shows, most).run();
}

class Minimising {
  #best: Case;
  #left: number;
  readonly #shows: Shows;

  constructor(subject: Case, shows: Shows, most: number) {
    this.#best = subject;
    this.#shows = shows;
    this.#left = most;
  }

  async run(): Promise<Case> {
    await this.#reduce(this.#best.texts, texts => texts);
    for (const [i, { text }] of this.#best.texts.entries()) {
      await this.#reduce(text.split(/(?<=\n)/), lines => this.#with(i, lines.join('')));
      const short = this.#best.texts[i]?.text ?? '';
      const parts = short.length > 2000 ? short.match(/\w+|\W/gs) : [...short];
      await this.#reduce(parts ?? [], each => this.#with(i, each.join('')));
    }
    return this.#best;
  }

  #with(index: number, text: string): readonly Text[] {
    return this.#best.texts.map((each, i) => (i === index ? { ...each, text } : each));
  }

  /** Takes away halves, then quarters, and so on: `ddmin` without its complements. */
  async #reduce<T>(all: readonly T[], texts: (parts: readonly T[]) => readonly Text[]): Promise<void> {
    let parts = all;
    for (let size = Math.ceil(parts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let at = 0; at < parts.length && this.#left > 0; ) {
        const fewer = [...parts.slice(0, at), ...parts.slice(at + size)];
        if (fewer.length > 0 && (await this.#try(texts(fewer)))) parts = fewer;
        else at += size;
      }
    }
  }

  async #try(texts: readonly Text[]): Promise<boolean> {
    this.#left--;
    const smaller = { ...this.#best, texts };
    if (!(await this.#shows(smaller))) return false;
    this.#best = smaller;
    return true;
  }
}
