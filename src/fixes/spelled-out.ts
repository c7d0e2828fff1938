import { partsOf } from '../cfn/functions/placeholder.ts';
import { toJson } from '../syntax/node.ts';
import { nodeAt, type Place } from '../syntax/place.ts';

/** Whether what a text says stands at a place explicitly, and does not come from a parameter or another stack. */
export function isSpelledOut(at: Place, text: string): boolean {
  const node = nodeAt(at);
  const written = node && JSON.stringify(toJson(node));
  const said = partsOf(text).filter((_, i) => i % 2 === 0);
  return written !== undefined && said.every(part => written.includes(JSON.stringify(part).slice(1, -1)));
}
