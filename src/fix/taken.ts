import type { Splice } from '../edit/edit.ts';
import { sameSplice, touch } from '../edit/splice.ts';

/** The places that are taken by the splices of one pass, in order, so that it is quick to say whether one is free. */
export class Taken {
  readonly #splices: Splice[] = [];

  /** Whether none of the splices touches one that is there. Insertions at one offset do not touch, nor does the same splice. */
  fits(splices: readonly Splice[]): boolean {
    return splices.every(each => !this.#around(each).some(other => touch(each, other)));
  }

  add(splices: readonly Splice[]): void {
    for (const each of splices) {
      if (this.#around(each).some(other => sameSplice(each, other))) continue;
      this.#splices.splice(this.#after(each.start), 0, each);
    }
  }

  all(): readonly Splice[] {
    return this.#splices;
  }

  /** Those that begin where a splice does, or within it, and the one before, which may reach into it. */
  #around({ start, end }: Splice): readonly Splice[] {
    let from = this.#before(start);
    if (from > 0) from--;
    return this.#splices.slice(from, this.#after(end));
  }

  /** How many begin before an offset. */
  #before(offset: number): number {
    return this.#search(splice => splice.start < offset);
  }

  /** How many begin at an offset or before it. */
  #after(offset: number): number {
    return this.#search(splice => splice.start <= offset);
  }

  #search(isBefore: (splice: Splice) => boolean): number {
    let low = 0;
    let high = this.#splices.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const splice = this.#splices[middle];
      if (splice && isBefore(splice)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
