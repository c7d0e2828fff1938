import type { Document } from '../syntax/document.ts';
import type { Mapping } from '../syntax/node.ts';
import type { CollectionItem } from '../syntax/tokens.ts';
import { opensLine } from './lines.ts';
import { type CollectionToken, itemStart, realItems } from './tokens.ts';

/** With fewer keys than these, that they are in order means nothing. */
const FEWEST_SORTED = 3;

const known = new WeakMap<Mapping, Positions>();

/** Where new keys go in a map. */
export function positionsIn(document: Document, mapping: Mapping, token: CollectionToken): Positions {
  const found = known.get(mapping);
  if (found) return found;
  const positions = new Positions(document, mapping, token);
  known.set(mapping, positions);
  return positions;
}

class Positions {
  readonly #token: CollectionToken;
  readonly #text: string;
  readonly #own: ReadonlyMap<string, CollectionItem>;
  readonly #fold: ((name: string) => string) | undefined;

  constructor(document: Document, mapping: Mapping, token: CollectionToken) {
    this.#token = token;
    this.#text = document.text;
    const written = mapping.entries.flatMap(({ key, origin }) =>
      origin?.srcToken ? ([[key, origin.srcToken]] as const) : [],
    );
    const items = new Set(realItems(token));
    this.#own = new Map(written.filter(([, item]) => items.has(item)));
    this.#fold = sortedBy([...this.#own.keys()]);
  }

  /** The item that a key goes behind: in order where the keys are, else behind its kin, else at the end. */
  behind(key: string, kin: string | undefined): CollectionItem | undefined {
    const fold = this.#fold;
    if (fold) return [...this.#own].findLast(([name]) => fold(name) < fold(key))?.[1];
    return this.#notLast((kin !== undefined && this.#own.get(kin)) || realItems(this.#token).at(-1));
  }

  /** Compares new keys, where the keys that are there are in order. */
  compare(a: string, b: string): number {
    const fold = this.#fold;
    if (!fold) return 0;
    return fold(a) < fold(b) ? -1 : 1;
  }

  /** With brackets and one entry a line, an entry before the last one changes no line that is there. */
  #notLast(item: CollectionItem | undefined): CollectionItem | undefined {
    const items = realItems(this.#token);
    if (!item || this.#token.type !== 'flow-collection' || item !== items.at(-1)) return item;
    const before = items.at(-2);
    return before && opensLine(this.#text, itemStart(item)) ? before : item;
  }
}

/** How to compare the keys that are in ascending order, if they are. */
function sortedBy(names: readonly string[]): ((name: string) => string) | undefined {
  if (names.length < FEWEST_SORTED) return undefined;
  const folds = [(name: string) => name, (name: string) => name.toLowerCase()];
  return folds.find(fold => names.every((name, i) => i === 0 || fold(names[i - 1] ?? '') < fold(name)));
}
