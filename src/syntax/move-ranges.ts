import type { TextTypo } from './document.ts';
import type { Node, Range } from './node.ts';

/**
 * What was read from a text without its slips, with the ranges of the text as it is written. They differ only behind
 * slips whose place something longer takes.
 */
export class RangeMover {
  readonly #longer: readonly { readonly end: number; readonly by: number }[];
  /** What several aliases repeat is one node, and stays one. */
  readonly #moved = new Map<Node, Node>();

  constructor(typos: readonly TextTypo[]) {
    this.#longer = typos.flatMap(({ range: { start, end }, text }) =>
      text.length > end - start ? [{ end, by: text.length - (end - start) }] : [],
    );
  }

  range({ start, end }: Range): Range {
    return { start: this.#offset(start), end: this.#offset(end) };
  }

  node(node: Node): Node {
    if (this.#longer.length === 0) return node;
    const known = this.#moved.get(node);
    if (known) return known;
    const moved = this.#copy(node);
    this.#moved.set(node, moved);
    return moved;
  }

  #copy(node: Node): Node {
    const range = this.range(node.range);
    if (node.kind === 'scalar') return { ...node, range };
    if (node.kind === 'sequence') return { ...node, range, items: node.items.map(each => this.node(each)) };
    const entries = node.entries.map(each => ({
      ...each,
      keyRange: this.range(each.keyRange),
      value: this.node(each.value),
    }));
    return { ...node, range, entries };
  }

  #offset(offset: number): number {
    let at = offset;
    for (const { end, by } of this.#longer) {
      if (at >= end + by) at -= by;
      else return Math.min(at, end);
    }
    return at;
  }
}
