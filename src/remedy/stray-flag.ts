import type { StrayFlag } from '../ecs/stray-flag.ts';
import { type Edit, remove, set } from '../edit/edit.ts';
import { toJson } from '../syntax/node.ts';
import { nodeAt, type Place } from '../syntax/place.ts';

/**
 * Moves a stray flag to the one place that it can be meant for. Takes it away where all places that it may be meant for
 * have theirs, or where nobody wants any. Nothing where it may be meant for several, or for something elsewhere.
 */
export function settleStrayFlag(stray: StrayFlag, isWanted: boolean): readonly Edit[] | undefined {
  const { template } = stray.holder;
  const [only, ...others] = placesFor(stray);
  const node = nodeAt(stray.at);
  const removal = remove(stray.at);
  if (!isWanted) return [removal];
  if (!only || !node) return undefined;
  if ([only, ...others].every(place => template.find(place).is === 'known')) return [removal];
  return others.length === 0 ? [set(only, toJson(node)), removal] : undefined;
}

/** Task sets of one service have one flag. */
function placesFor({ launchers }: StrayFlag): readonly Place[] {
  const places = launchers.flatMap(each => each.flagPlace() ?? []);
  return [...new Map(places.map(each => [JSON.stringify(each.path), each])).values()];
}
