import type { Template } from '../../cfn/scenario/scenario-template.ts';
import type { Place } from '../../syntax/place.ts';
import { distance } from '../../util/did-you-mean.ts';
import { type FoundKey, keysBelow, keysIn } from './keys-below.ts';

export const ENABLE_EXECUTE_COMMAND = 'EnableExecuteCommand';

/** `EnableExecuteCommand`, or nearly that, as a key. */
export type ExecPropertyKey = FoundKey;

/** Such keys among those of a map. */
export function execPropertyKeysIn(map: Place): readonly ExecPropertyKey[] {
  return keysIn(map, isExecProperty);
}

/** All such keys at or below a place that this scenario leads to. */
export function execPropertyKeysBelow(template: Template, from: Place): readonly ExecPropertyKey[] {
  return keysBelow(template, from, isExecProperty);
}

/** `EnableExecuteCommand.$` is how a state machine says that it computes it. */
function isExecProperty(key: string): boolean {
  const small = key.toLowerCase();
  return (
    /exec/.test(small) && !key.endsWith('.$') && distance(small, ENABLE_EXECUTE_COMMAND.toLowerCase()) <= 3
  );
}
