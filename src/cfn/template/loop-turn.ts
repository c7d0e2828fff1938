import type { Sentence } from '../../i18n/sentence.ts';
import type { Turn } from '../../syntax/place.ts';

/** How often a text is repeated, which is only known once all loops around it have been written out. */
export interface Tally {
  turns: number;
  /** More would be too many. */
  isFull: boolean;
  /** Not all names that it is repeated for are known. */
  isPartial: boolean;
}

/** One turn of a loop, or of a loop in loops. */
export class LoopTurn implements Turn {
  readonly names: ReadonlyMap<string, string>;
  readonly unsure?: Sentence;
  readonly #tally: Tally;
  /** The turn of what was written out before. */
  readonly #outside: Turn | undefined;

  constructor(
    names: ReadonlyMap<string, string>,
    unsure: Sentence | undefined,
    tally: Tally,
    outside: Turn | undefined,
  ) {
    this.names = names;
    if (unsure !== undefined) this.unsure = unsure;
    this.#tally = tally;
    this.#outside = outside;
    tally.turns++;
  }

  get of(): number {
    const { turns, isFull, isPartial } = this.#tally;
    return isFull || isPartial ? Number.POSITIVE_INFINITY : (this.#outside?.of ?? 1) * turns;
  }
}
