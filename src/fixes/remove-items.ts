import { type Edit, remove } from '../edit/tree/edit.ts';
import { nodeAt, type Place, parent } from '../syntax/place.ts';

/** What is an argument of a function, or stands in a text, cannot be taken out. */
export function isRemovable(place: Place): boolean {
  const around = place.path.at(-2);
  return place.document.within === undefined && !(typeof around === 'string' && around.startsWith('Fn::'));
}

/** Takes items out of one list, and the list itself where nothing would be left of it. */
export function takeOut(
  items: readonly Place[],
  removal: (at: Place) => Edit = remove,
): readonly Edit[] | undefined {
  const [first] = items;
  if (!first || !items.every(isRemovable)) return undefined;
  const list = parent(first);
  const node = nodeAt(list);
  if (node?.kind !== 'sequence') return undefined;
  const isAll = node.items.length === items.length && isRemovable(list);
  return isAll ? [removal(list)] : items.map(removal);
}
