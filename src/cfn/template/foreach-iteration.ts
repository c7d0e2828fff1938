import type { Sentence } from '../../i18n/sentence.ts';
import type { Iteration } from '../../syntax/place.ts';

/** How often a text is repeated, which is only known once all loops around it have been written out. */
export interface IterationCount {
  iterations: number;
  /** More would be too many. */
  isFull: boolean;
  /** Not all names that it is repeated for are known. */
  isPartial: boolean;
}

/** One turn of a loop, or of a loop in loops. */
export class LoopIteration implements Iteration {
  readonly names: ReadonlyMap<string, string>;
  readonly unsure?: Sentence;
  readonly #tally: IterationCount;
  /** The iteration of what was written out before. */
  readonly #outside: Iteration | undefined;

  constructor(
    names: ReadonlyMap<string, string>,
    unsure: Sentence | undefined,
    tally: IterationCount,
    outside: Iteration | undefined,
  ) {
    this.names = names;
    if (unsure !== undefined) this.unsure = unsure;
    this.#tally = tally;
    this.#outside = outside;
    tally.iterations++;
  }

  get of(): number {
    const { iterations, isFull, isPartial } = this.#tally;
    return isFull || isPartial ? Number.POSITIVE_INFINITY : (this.#outside?.of ?? 1) * iterations;
  }
}
