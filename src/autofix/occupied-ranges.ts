import { sameSplice, touch } from '../edit/splice.ts';
import type { Splice } from '../edit/tree/edit.ts';
import type { FileSplice } from '../lint/report.ts';

/** The occupied ranges of files: what the splices of one pass change. */
export class OccupiedRanges {
  readonly #files = new Map<string, OccupiedInFile>();

  /**
   * Whether none of the splices touches one that is there. Insertions at one offset do not touch, nor does the same
   * splice.
   */
  fits(splices: readonly FileSplice[]): boolean {
    return splices.every(each => this.#files.get(each.file)?.fits(each) ?? true);
  }

  add(splices: readonly FileSplice[]): void {
    for (const each of splices) {
      const occupied = this.#files.get(each.file) ?? new OccupiedInFile();
      this.#files.set(each.file, occupied);
      occupied.add(each);
    }
  }

  /** Those in one file, in order. */
  in(file: string): readonly Splice[] {
    return this.#files.get(file)?.all ?? [];
  }
}

/** Kept in order, so that it is quick to say whether a place is free. */
class OccupiedInFile {
  readonly #splices: Splice[] = [];

  fits(splice: Splice): boolean {
    return !this.#around(splice).some(other => touch(splice, other));
  }

  add(splice: Splice): void {
    if (this.#around(splice).some(other => sameSplice(splice, other))) return;
    this.#splices.splice(this.#after(splice.start), 0, splice);
  }

  get all(): readonly Splice[] {
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
