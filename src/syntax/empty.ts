import { memoize } from '../util/memoize.ts';
import { type Entry, entry, type Mapping, type Node } from './node.ts';
import { child, nodeAt, type Place } from './place.ts';

/** The places at and below one that are left empty. Mostly there are none, which is sooner seen without places. */
export function emptyPlaces(at: Place): readonly Place[] {
  const node = nodeAt(at);
  return node && hasEmpty(node) ? emptyBelow(at, node) : [];
}

/** The same is asked in every scenario. */
const hasEmpty = memoize((node: Node): boolean => holdsEmpty(node));

function holdsEmpty(node: Node): boolean {
  switch (node.kind) {
    case 'scalar':
      return node.value === null;
    case 'sequence':
      return node.items.some(holdsEmpty);
    case 'mapping':
      return node.entries.some(({ value }) => holdsEmpty(value));
  }
}

function emptyBelow(at: Place, node: Node): readonly Place[] {
  switch (node.kind) {
    case 'scalar':
      return node.value === null ? [at] : [];
    case 'sequence':
      return node.items.flatMap((item, i) => emptyBelow(child(at, i), item));
    case 'mapping':
      return node.entries.flatMap(each => emptyBelow(placeOf(each, node, at), each.value));
  }
}

/** Where two entries have one key, the path leads to the last: the place of the other is its key. */
function placeOf(each: Entry, map: Mapping, at: Place): Place {
  const place = child(at, each.key);
  const isHidden = at.range !== undefined || entry(map, each.key) !== each;
  return isHidden ? { ...place, range: each.keyRange } : place;
}
