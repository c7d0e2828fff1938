import { memoize } from '../util/memoize.ts';
import type { Node } from './node.ts';
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
      return node.entries.flatMap(({ key, value }) => emptyBelow(child(at, key), value));
  }
}
