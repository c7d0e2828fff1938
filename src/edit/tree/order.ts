import type { Document } from '../../syntax/document.ts';
import { isArray, isObject, type Json } from '../../syntax/json-value.ts';
import type { Mapping, Node } from '../../syntax/node.ts';
import { getOrInsertComputed, memoize } from '../../util/memoize.ts';
import { isFunction } from './nodes.ts';

/** Maps with more keys than these have names for keys, whose order says nothing of other maps. */
const MOST_KEYS = 64;

/** With fewer neighboring keys than these in a template, that they are in order means nothing. */
const FEWEST_SORTED = 12;

export type Fold = (key: string) => string;

/** Compares keys as they are, or without regard to case. */
export const KEY_FOLDS: readonly Fold[] = [key => key, key => key.toLowerCase()];

/** Where a key stands: the map, and its index among the keys. */
interface Position {
  readonly map: number;
  readonly at: number;
}

/** The order of keys in a template, as the maps in it show. */
export class KeyOrder {
  /** Set where the keys of practically all maps are in ascending order: how to compare them. */
  readonly fold: Fold | undefined;
  readonly #positions = new Map<string, Position[]>();
  readonly #known = new Map<string, boolean>();

  constructor(document: Document) {
    const maps: (readonly string[])[] = [];
    collect(document.root, maps);
    this.fold = KEY_FOLDS.find(fold => areSorted(maps, fold));
    for (const [map, keys] of maps.entries())
      for (const [at, key] of keys.entries()) this.#note(key, { map, at });
  }

  /** New keys in the order in which they are written. */
  sorted(keys: readonly string[]): readonly string[] {
    const { fold } = this;
    if (fold) return [...keys].sort((a, b) => (fold(a) < fold(b) ? -1 : 1));
    const known = keys.filter(key => this.#positions.has(key));
    if (known.length < 2) return keys;
    return keys.reduce<readonly string[]>((before, key) => {
      const index = this.index(before, key, before.length);
      return [...before.slice(0, index), key, ...before.slice(index)];
    }, []);
  }

  /** Where a new key goes among those of a map: at `wish`, or as near to it as the other maps allow. */
  index(keys: readonly (string | undefined)[], key: string, wish: number): number {
    if (keys.length > MOST_KEYS || !this.#positions.has(key)) return wish;
    const least = keys.findLastIndex(each => each !== undefined && this.#precedes(each, key)) + 1;
    const first = keys.findIndex(each => each !== undefined && this.#precedes(key, each));
    const most = first < 0 ? keys.length : first;
    return least > most ? wish : Math.min(Math.max(wish, least), most);
  }

  /** A value with all its keys in order. What is `kept` has a text of its own already. */
  arrange(value: Json, isKept: (value: Json) => boolean): Json {
    if (isKept(value)) return value;
    if (isArray(value)) return value.map(item => this.arrange(item, isKept));
    if (!isObject(value)) return value;
    const entries = new Map(Object.entries(value));
    const arranged = this.sorted([...entries.keys()]).map(
      key => [key, this.arrange(entries.get(key) ?? null, isKept)] as const,
    );
    return Object.fromEntries<Json>(arranged);
  }

  #note(key: string, position: Position): void {
    const known = this.#positions.get(key);
    if (known) known.push(position);
    else this.#positions.set(key, [position]);
  }

  /** Whether one key stands before another in nearly all maps that have both. */
  #precedes(one: string, other: string): boolean {
    const pair = JSON.stringify([one, other]);
    return getOrInsertComputed(this.#known, pair, () => this.#compare(one, other));
  }

  #compare(one: string, other: string): boolean {
    const others = new Map((this.#positions.get(other) ?? []).map(({ map, at }) => [map, at]));
    const distances = (this.#positions.get(one) ?? []).flatMap(({ map, at }) => {
      const theirs = others.get(map);
      return theirs === undefined ? [] : [theirs - at];
    });
    const before = distances.filter(each => each > 0).length;
    return before > 0 && before * 5 >= distances.length * 4;
  }
}

export const keyOrderOf: (document: Document) => KeyOrder = memoize(document => new KeyOrder(document));

/** The keys of each map that has some to compare. */
function collect(node: Node, maps: (readonly string[])[]): void {
  if (node.shared || node.kind === 'scalar') return;
  if (node.kind === 'sequence') {
    for (const item of node.items) collect(item, maps);
    return;
  }
  const keys = keysOf(node);
  if (keys.length > 1 && keys.length <= MOST_KEYS && !isFunction(node)) maps.push(keys);
  for (const { value } of node.entries) collect(value, maps);
}

function keysOf({ entries }: Mapping): readonly string[] {
  return entries.filter(each => !each.merged).map(each => each.key);
}

function areSorted(maps: readonly (readonly string[])[], fold: Fold): boolean {
  let [ascending, all] = [0, 0];
  for (const keys of maps) {
    all += keys.length - 1;
    ascending += keys.filter((key, i) => i > 0 && fold(keys[i - 1] ?? '') < fold(key)).length;
  }
  return all >= FEWEST_SORTED && ascending * 20 >= all * 19;
}
