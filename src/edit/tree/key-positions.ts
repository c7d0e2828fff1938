import type { CollectionItem, CollectionToken } from '../../syntax/cst-tokens.ts';
import type { Document } from '../../syntax/document.ts';
import type { Mapping } from '../../syntax/node.ts';
import { opensLine } from './lines.ts';
import { type Fold, KEY_FOLDS, type KeyOrder, keyOrderOf } from './order.ts';
import { itemStart, itemsOf, realItems } from './tokens.ts';

/** With fewer keys than these in a map, that they are in order means nothing. */
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
  readonly #isFlow: boolean;
  readonly #text: string;
  readonly #items: readonly CollectionItem[];
  /** Of each item; nothing for a merge key. */
  readonly #names: readonly (string | undefined)[];
  readonly #order: KeyOrder;
  readonly #fold: Fold | undefined;

  constructor(document: Document, mapping: Mapping, token: CollectionToken) {
    this.#isFlow = token.type === 'flow-collection';
    this.#text = document.text;
    this.#items = realItems(token);
    const names = new Map(itemsOf(mapping).map((item, i) => [item, mapping.entries[i]?.key]));
    this.#names = this.#items.map(item => names.get(item));
    this.#order = keyOrderOf(document);
    this.#fold = foldOf(
      this.#names.flatMap(name => name ?? []),
      this.#order,
    );
  }

  /**
   * The item that a key goes behind: in order where the keys are, else behind its kin, else at the end; or as near to
   * that as the maps around have it.
   */
  behind(key: string, kin: string | undefined): CollectionItem | undefined {
    const index = this.#order.index(this.#names, key, this.#wish(key, kin));
    return this.#items[index - 1];
  }

  /** New keys in the order in which they are written. */
  sorted(keys: readonly string[]): readonly string[] {
    const fold = this.#fold;
    return fold ? [...keys].sort((a, b) => (fold(a) < fold(b) ? -1 : 1)) : this.#order.sorted(keys);
  }

  #wish(key: string, kin: string | undefined): number {
    const fold = this.#fold;
    if (fold) return this.#names.findLastIndex(name => name !== undefined && fold(name) < fold(key)) + 1;
    const behindKin = kin === undefined ? 0 : this.#names.indexOf(kin) + 1;
    return this.#notLast(behindKin || this.#items.length);
  }

  /** With brackets and one entry a line, an entry before the last one changes no line that is there. */
  #notLast(index: number): number {
    const last = this.#items.at(-1);
    const isLast = this.#isFlow && index === this.#items.length && index > 1;
    return isLast && last && opensLine(this.#text, itemStart(last)) ? index - 1 : index;
  }
}

/** How to compare the keys that are in ascending order, if they are: by chance too few may be. */
function foldOf(names: readonly string[], order: KeyOrder): Fold | undefined {
  const folds = names.length < FEWEST_SORTED ? [order.fold] : KEY_FOLDS;
  return folds.find(
    fold => fold && names.every((name, i) => i === 0 || fold(names[i - 1] ?? '') < fold(name)),
  );
}
