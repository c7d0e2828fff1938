import type { Document, Iteration, Path, Place } from './document.ts';
import { entry, type Node, type Range } from './node.ts';

export type { Iteration, Path, Place } from './document.ts';

/** A place that knows what stands there, so that nobody goes all the way from the root to see it. */
class Seen implements Place {
  readonly document: Document;
  readonly path: Path;
  readonly iteration?: Iteration;
  readonly #node: Node | undefined;

  constructor({ document, iteration }: Place, path: Path, node: Node | undefined) {
    this.document = document;
    this.path = path;
    if (iteration) this.iteration = iteration;
    this.#node = node;
  }

  static nodeAt(place: Place): Node | undefined {
    return #node in place ? place.#node : follow(place.document.root, place.path);
  }
}

export function child(place: Place, ...keys: Path): Place {
  return new Seen(place, place.path.concat(keys), follow(nodeAt(place), keys));
}

export function parent({ document, path, iteration }: Place): Place {
  const above = path.slice(0, -1);
  return iteration ? { document, path: above, iteration } : { document, path: above };
}

/** Places without those that are there twice. */
export function distinctPlaces(places: readonly Place[]): readonly Place[] {
  const keyOf = ({ document, path }: Place): string => JSON.stringify([document.file, path]);
  return [...new Map(places.map(each => [keyOf(each), each])).values()];
}

/** Whether `path` is `prefix` or lies below it. */
export function isPrefix(prefix: Path, path: Path): boolean {
  return prefix.length <= path.length && prefix.every((key, i) => key === path[i]);
}

/** Whether a place is another one, or lies below it. */
export function isWithin(place: Place, other: Place): boolean {
  return place.document === other.document && isPrefix(other.path, place.path);
}

export function step(node: Node, key: string | number): Node | undefined {
  if (node.kind === 'mapping' && typeof key === 'string') return entry(node, key)?.value;
  if (node.kind === 'sequence' && typeof key === 'number') return node.items[key];
  return undefined;
}

/** The node at a place, or nothing when the path does not resolve. */
export function nodeAt(place: Place): Node | undefined {
  return Seen.nodeAt(place);
}

function follow(from: Node | undefined, path: Path): Node | undefined {
  let node = from;
  for (const key of path) {
    if (!node) return undefined;
    node = step(node, key);
  }
  return node;
}

/** Whether something stands at a place: `AWS::NoValue` does, an empty value does not. */
export function isWritten(place: Place): boolean {
  const node = nodeAt(place);
  return node !== undefined && !(node.kind === 'scalar' && node.value === null);
}

/** Whether a value stands at a place in so many letters: no function computes it, and no other text holds it. */
export function isLiteral(place: Place): boolean {
  return place.document.within === undefined && nodeAt(place)?.kind === 'scalar' && isWritten(place);
}

/**
 * What to underline for a place: the value when it is a scalar or a tag, otherwise the key that leads to it,
 * otherwise the first line of the item. A path that does not resolve is shown at its nearest ancestor.
 */
export function rangeOf(place: Place): Range {
  const { document, path } = place;
  if (place.range) return place.range;
  if (document.within) return rangeOf(document.within);
  let node = document.root;
  let key: Range | undefined;
  for (const segment of path) {
    const next = step(node, segment);
    if (!next) break;
    key = node.kind === 'mapping' && typeof segment === 'string' ? entry(node, segment)?.keyRange : undefined;
    node = next;
  }
  const isLeaf =
    node.kind === 'scalar' ? node.value !== null : node.kind === 'mapping' && node.tag !== undefined;
  if (key && !isLeaf) return key;
  return firstLine(document.text, node.range);
}

function firstLine(text: string, range: Range): Range {
  const newline = text.slice(range.start, range.end).search(/\r?\n/);
  return newline < 0 ? range : { start: range.start, end: range.start + newline };
}
