/** UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** From one text to another that differs from it in one stretch, as while somebody types. */
export class Shift {
  readonly #start: number;
  readonly #end: number;
  readonly #by: number;

  constructor(before: string, after: string) {
    const most = Math.min(before.length, after.length);
    let start = 0;
    while (start < most && before[start] === after[start]) start++;
    let same = 0;
    // As far as it goes: where a line is doubled, either of the two may be the new one.
    while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
    this.#start = start;
    this.#end = before.length - same;
    this.#by = after.length - before.length;
  }

  /** Where it stands now; nothing when it was in the stretch that changed. */
  apply({ start, end }: Stretch): Stretch | undefined {
    if (end <= this.#start) return { start, end };
    if (start >= this.#end) return { start: start + this.#by, end: end + this.#by };
    return undefined;
  }
}
