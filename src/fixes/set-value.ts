import { intrinsic, text } from '../cfn/functions/intrinsic.ts';
import { type Edit, set } from '../edit/tree/edit.ts';
import type { Json } from '../syntax/json.ts';
import { nodeAt, type Place } from '../syntax/place.ts';

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
