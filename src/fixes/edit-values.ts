import { intrinsic, text } from '../cfn/functions/intrinsic.ts';
import { type Edit, remove, set } from '../edit/tree/edit.ts';
import type { Json } from '../syntax/json-value.ts';
import { nodeAt, type Place, parent } from '../syntax/place.ts';

/** Gives a place its value; an `AWS::NoValue` on the way, which leaves out all below it, makes room. */
export function put(at: Place, value: Json): Edit {
  for (let length = at.path.length - 1; length > 0; length--) {
    const above: Place = { ...at, path: at.path.slice(0, length) };
    const call = intrinsic(nodeAt(above));
    if (call?.name !== 'Ref' || text(call.argument) !== 'AWS::NoValue') continue;
    const keys = at.path.slice(length).reverse();
    return set(
      above,
      keys.reduce<Json>((inner, key) => ({ [key]: inner }), value),
    );
  }
  return set(at, value);
}

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
