export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** From 0, in UTF-16 units, counting a byte order mark. */
  readonly offset: number;
}

/** Turns offsets of one text into lines and columns. */
export class Positions {
  readonly #starts: readonly number[];
  readonly #bom: number;

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
    this.#bom = text.startsWith('\uFEFF') ? 1 : 0;
  }

  at(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const hidden = low === 0 ? this.#bom : 0;
    return { line: low + 1, column: Math.max(0, offset - (this.#starts[low] ?? 0) - hidden) + 1, offset };
  }
}
