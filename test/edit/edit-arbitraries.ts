import fc from 'fast-check';
import { type Edit, remove, removeButComments } from '../../src/edit/tree/edit.ts';
import { isVacant } from '../../src/edit/tree/nodes.ts';
import type { Document } from '../../src/syntax/document.ts';
import type { Json } from '../../src/syntax/json-value.ts';
import { type Node, toJson } from '../../src/syntax/node.ts';
import { isPrefix, type Path } from '../../src/syntax/place.ts';
import { anyJson } from './any-json.ts';

/** An edit before it is known what there is to edit. */
export interface Wish {
  readonly op: 'add' | 'set' | 'append' | 'remove' | 'leave' | 'rename' | 'move' | 'carry';
  readonly pick: number;
  readonly key: string;
  readonly after: number | undefined;
  readonly value: Json;
}

export const anyWishes: fc.Arbitrary<readonly Wish[]> = fc.array(
  fc.record({
    op: fc.constantFrom('add', 'add', 'set', 'append', 'remove', 'leave', 'rename', 'move', 'carry'),
    pick: fc.nat(1000),
    key: fc.constantFrom('New', 'Alphabet', 'Zeta', 'Policies', 'a: b', "it's", '新', 'N', ''),
    after: fc.option(fc.nat(50), { nil: undefined }),
    value: anyJson,
  }),
  { minLength: 1, maxLength: 4 },
);

/** The wishes as edits of a document: only those that do not contradict one another. */
export function grant(document: Document, wishes: readonly Wish[]): readonly Edit[] {
  const places = [...placesOf(document.root, [])];
  const edits: Edit[] = [];
  for (const wish of wishes) {
    const wanted =
      wish.op === 'move'
        ? moveOf(document, places, wish)
        : wish.op === 'carry'
          ? carryOf(document, places, wish)
          : [editOf(document, places, wish)];
    const together = wanted.flatMap(each => each ?? []);
    if (together.every(edit => edits.every(each => agree(each, edit)))) edits.push(...together);
  }
  return edits;
}

interface Spot {
  readonly path: Path;
  readonly node: Node;
}

function* placesOf(node: Node, path: Path): Iterable<Spot> {
  yield { path, node };
  if (node.kind === 'sequence')
    for (const [i, item] of node.items.entries()) yield* placesOf(item, [...path, i]);
  if (node.kind === 'mapping')
    for (const { key, value } of node.entries) yield* placesOf(value, [...path, key]);
}

/** Moves one list item to the end of a list, text and all. */
function moveOf(document: Document, places: readonly Spot[], { pick, after = 0 }: Wish): readonly Edit[] {
  const items = places.filter(({ path }) => typeof path.at(-1) === 'number');
  const item = items[pick % Math.max(1, items.length)];
  const lists = places.filter(
    ({ node, path }) => node.kind === 'sequence' && (!item || !isPrefix(item.path, path)),
  );
  const list = lists[after % Math.max(1, lists.length)];
  if (!item || !list) return [];
  const at = { document, path: item.path };
  const append: Edit = {
    op: 'append',
    at: { document, path: list.path },
    value: toJson(item.node),
    textOf: at,
  };
  const remove: Edit = { op: 'remove', at };
  return agree(append, remove) ? [append, remove] : [];
}

/** Moves one entry into another map, text and all. */
function carryOf(document: Document, places: readonly Spot[], { pick, after = 0 }: Wish): readonly Edit[] {
  const entries = places.filter(({ path }) => typeof path.at(-1) === 'string');
  const entry = entries[pick % Math.max(1, entries.length)];
  const key = entry?.path.at(-1);
  const maps = places.filter(
    ({ node, path }) =>
      node.kind === 'mapping' &&
      node.tag === undefined &&
      !node.entries.some(each => each.key === key) &&
      (!entry || !isPrefix(entry.path, path)),
  );
  const map = maps[after % Math.max(1, maps.length)];
  if (!entry || !map || key === undefined) return [];
  const at = { document, path: entry.path };
  const place = { document, path: [...map.path, key] };
  return [
    { op: 'set', at: place, value: toJson(entry.node), textOf: at },
    { op: 'remove', at },
  ];
}

function editOf(document: Document, places: readonly Spot[], wish: Wish): Edit | undefined {
  const { op, pick, key, value } = wish;
  if (op === 'move' || op === 'carry') return undefined;
  const fitting = places.filter(({ node, path }) => {
    if (op === 'add') return (node.kind === 'mapping' && node.tag === undefined) || isVacant(node);
    if (op === 'append') return node.kind === 'sequence' || isVacant(node);
    if (op === 'rename') return typeof path.at(-1) === 'string';
    return path.length > 0;
  });
  const spot = fitting[pick % Math.max(1, fitting.length)];
  if (!spot) return undefined;
  if (op === 'add') {
    const keys = spot.node.kind === 'mapping' ? spot.node.entries.map(each => each.key) : [];
    const after = wish.after === undefined ? undefined : keys[wish.after % Math.max(1, keys.length)];
    return {
      op: 'set',
      at: { document, path: [...spot.path, key] },
      value,
      ...(after !== undefined && { after }),
    };
  }
  const at = { document, path: spot.path };
  if (op === 'rename') return { op, at, key };
  if (op === 'leave') return removeButComments(at);
  return op === 'remove' ? remove(at) : { op, at, value };
}

function agree(a: Edit, b: Edit): boolean {
  const [one, other] = [a.at.path, b.at.path];
  if (a.op === 'append' && b.op === 'append' && samePath(one, other)) return true;
  if (a.op === 'append' && b.op === 'remove' && samePath(one, other.slice(0, -1))) return true;
  if (b.op === 'append' && a.op === 'remove' && samePath(other, one.slice(0, -1))) return true;
  return !isPrefix(one, other) && !isPrefix(other, one);
}

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && isPrefix(a, b);
}
