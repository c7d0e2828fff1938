import { ENABLE_EXECUTE_COMMAND } from '../../ecs/enablement/enable-execute-command.ts';
import type { MisplacedExecProperty } from '../../ecs/enablement/misplaced-exec-property.ts';
import { type Edit, remove, rename, set } from '../../edit/tree/edit.ts';
import { toJson } from '../../syntax/node.ts';
import { nodeAt, type Place, parent } from '../../syntax/place.ts';

/**
 * Moves a stray flag to the one place that it can be meant for, or gives it its name there. Takes it away where all
 * places that it may be meant for have theirs, or where nobody wants any. Nothing where it may be meant for several, or
 * for something elsewhere.
 */
export function fixMisplacedExecProperty(
  stray: MisplacedExecProperty,
  isWanted: boolean,
): readonly Edit[] | undefined {
  const { template } = stray.holder;
  const [only, ...others] = placesFor(stray);
  const node = nodeAt(stray.at);
  const removal = remove(stray.at);
  if (!isWanted) return [removal];
  if (!only || !node) return undefined;
  if ([only, ...others].every(place => template.find(place).is === 'known')) return [removal];
  if (others.length > 0) return undefined;
  const isSibling = samePlace(parent(only), parent(stray.at));
  return isSibling
    ? [rename(stray.at, ENABLE_EXECUTE_COMMAND)]
    : [set(only, toJson(node), stray.at), removal];
}

function samePlace(a: Place, b: Place): boolean {
  return JSON.stringify(a.path) === JSON.stringify(b.path);
}

/** Task sets of one service have one flag. */
function placesFor({ launchers }: MisplacedExecProperty): readonly Place[] {
  const places = launchers.flatMap(each => each.execPropertyPlace() ?? []);
  return [...new Map(places.map(each => [JSON.stringify(each.path), each])).values()];
}
