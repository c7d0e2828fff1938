import type { Document } from '../syntax/document.ts';
import type { Json } from '../syntax/json.ts';
import type { Mapping, Node, Sequence } from '../syntax/node.ts';
import type { CollectionItem } from '../syntax/tokens.ts';
import { Refusal, type Splice } from './edit.ts';
import { insertLines, type Sources, writerAt } from './insert-block.ts';
import { insertEntries } from './insert-flow.ts';
import { opensLine } from './lines.ts';
import { type Quote, scalarText } from './scalar-text.ts';
import { styleOf } from './style.ts';
import { type CollectionToken, collectionToken, itemStart, realItems } from './tokens.ts';

export interface NewPair {
  readonly key: string;
  readonly value: Json;
  /** The key that it goes behind. */
  readonly after: string | undefined;
}

/** With fewer keys than these, that they are in order means nothing. */
const FEWEST_SORTED = 3;

/** Adds entries to a map that has some. */
export function addPairs(
  document: Document,
  mapping: Mapping,
  pairs: readonly NewPair[],
  sources: Sources,
): readonly Splice[] {
  const token = editable(mapping);
  const items = realItems(token);
  return inGroups(pairs, pair => positionOf(document, mapping, token, pair)).flatMap(([after, group]) => {
    if (token.type === 'flow-collection') return insertEntries(document, token, after, group);
    const writer = writerAt(document, itemStart(after ?? items[0] ?? NOTHING), sources);
    const lines = group.map(({ key, value }) => writer.pair(key, value));
    const isIndented = token.indent > 0;
    return insertLines(document, token, isIndented, after, lines);
  });
}

/** Adds items at the end of a list that has some. `parent` is the map or list around it. */
export function addItems(
  document: Document,
  sequence: Sequence,
  parent: Node | undefined,
  values: readonly Json[],
  sources: Sources,
): readonly Splice[] {
  const token = editable(sequence);
  const last = realItems(token).at(-1);
  if (token.type === 'flow-collection')
    return insertEntries(
      document,
      token,
      last,
      values.map(value => ({ key: undefined, value })),
    );
  const near = itemStart(last ?? NOTHING);
  const writer = writerAt(document, near, sources);
  const quote = commonQuote(sequence);
  const gap = styleOf(document).dashGap(near);
  const lines = values.map(value =>
    quote && typeof value === 'string'
      ? [`-${' '.repeat(gap)}${scalarText(value, quote, true)}`]
      : writer.item(value, gap),
  );
  const around = parent?.kind === 'mapping' && parent.tag === undefined ? collectionToken(parent) : undefined;
  const isIndented = !(around?.type === 'block-map' && around.indent === token.indent);
  return insertLines(document, token, isIndented, last, lines);
}

const NOTHING: CollectionItem = { start: [] };

function editable(node: Mapping | Sequence): CollectionToken {
  const token = collectionToken(node);
  if (!token) throw new Refusal('It is written in a form that is not edited.');
  return token;
}

/** The quotes that all text in a list has. */
function commonQuote(sequence: Sequence): Quote | undefined {
  const [first] = sequence.items;
  const style = first?.kind === 'scalar' ? first.style : undefined;
  if (style !== 'single' && style !== 'double') return undefined;
  return sequence.items.every(item => item.kind === 'scalar' && item.style === style) ? style : undefined;
}

/** The item that a new key goes behind: in order where the keys are, else behind its kin, else at the end. */
function positionOf(
  document: Document,
  mapping: Mapping,
  token: CollectionToken,
  { key, after }: NewPair,
): CollectionItem | undefined {
  const items = realItems(token);
  const own = mapping.entries.flatMap(({ key: name, origin }) => {
    const item = items.find(each => each === origin?.srcToken);
    return item ? [{ name, item }] : [];
  });
  const fold = sortedBy(own.map(each => each.name));
  if (fold) {
    const place = own.findLast(each => fold(each.name) < fold(key))?.item;
    return place && notLast(document, token, items, place);
  }
  const kin = own.find(each => each.name === after)?.item ?? items.at(-1);
  return kin && notLast(document, token, items, kin);
}

/** How to compare the keys that are in ascending order, if they are. */
function sortedBy(names: readonly string[]): ((name: string) => string) | undefined {
  if (names.length < FEWEST_SORTED) return undefined;
  const folds = [(name: string) => name, (name: string) => name.toLowerCase()];
  return folds.find(fold => names.every((name, i) => i === 0 || fold(names[i - 1] ?? '') < fold(name)));
}

/** With brackets and one entry a line, an entry before the last one changes no line that is there. */
function notLast(
  document: Document,
  token: CollectionToken,
  items: readonly CollectionItem[],
  item: CollectionItem,
): CollectionItem {
  if (token.type !== 'flow-collection' || item !== items.at(-1)) return item;
  const before = items.at(-2);
  return before && opensLine(document.text, itemStart(item)) ? before : item;
}

function inGroups<T, K>(values: readonly T[], keyOf: (value: T) => K): readonly (readonly [K, T[]])[] {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return [...groups];
}
