import type { Template } from '../../cfn/scenario/template.ts';
import type { Place } from '../../syntax/place.ts';
import { distance } from '../../util/nearest.ts';
import { type FoundKey, keysBelow, keysIn } from './keys-below.ts';

export const FLAG = 'EnableExecuteCommand';

/** `EnableExecuteCommand`, or nearly that, as a key. */
export type FlagKey = FoundKey;

/** Such keys among those of a map. */
export function flagKeysIn(map: Place): readonly FlagKey[] {
  return keysIn(map, isFlag);
}

/** All such keys at or below a place that this scenario leads to. */
export function flagKeysBelow(template: Template, from: Place): readonly FlagKey[] {
  return keysBelow(template, from, isFlag);
}

/** `EnableExecuteCommand.$` is how a state machine says that it computes it. */
function isFlag(key: string): boolean {
  const small = key.toLowerCase();
  return /exec/.test(small) && !key.endsWith('.$') && distance(small, FLAG.toLowerCase()) <= 3;
}
