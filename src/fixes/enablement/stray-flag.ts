import { FLAG } from '../../ecs/enablement/flag-key.ts';
import type { StrayFlag } from '../../ecs/enablement/stray-flag.ts';
import { type Edit, remove, rename, set } from '../../edit/tree/edit.ts';
import { toJson } from '../../syntax/node.ts';
import { nodeAt, type Place, parent } from '../../syntax/place.ts';

/**
 * Moves a stray flag to the one place that it can be meant for, or gives it its name there. Takes it away where all places that it may be meant for
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
  if (others.length > 0) return undefined;
  const isBeside = samePlace(parent(only), parent(stray.at));
  return isBeside ? [rename(stray.at, FLAG)] : [set(only, toJson(node), stray.at), removal];
}

function samePlace(a: Place, b: Place): boolean {
  return JSON.stringify(a.path) === JSON.stringify(b.path);
}

/** Task sets of one service have one flag. */
function placesFor({ launchers }: StrayFlag): readonly Place[] {
  const places = launchers.flatMap(each => each.flagPlace() ?? []);
  return [...new Map(places.map(each => [JSON.stringify(each.path), each])).values()];
}
