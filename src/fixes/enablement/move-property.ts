import type { MisplacedProperty } from '../../ecs/enablement/misplaced-property.ts';
import { type Edit, remove, set } from '../../edit/tree/edit.ts';
import { isObject, type Json, property } from '../../syntax/json-value.ts';
import { toJson } from '../../syntax/node.ts';
import { child, isPrefix, nodeAt, type Place, parent } from '../../syntax/place.ts';
import { put } from '../edit-values.ts';

/**
 * Moves a stray property to where it belongs, or what of it is missing there. Nothing where that says something else,
 * or is there under other conditions.
 */
export function moveProperty({ at, holder, owner, home }: MisplacedProperty): readonly Edit[] | undefined {
  const node = nodeAt(at);
  const isThere = owner !== undefined && (holder.condition ?? owner.condition) === owner.condition;
  const isInBranch = at.path.includes('Fn::If') || home?.path.includes('Fn::If');
  if (!node || !home || !isThere || isInBranch || at.iteration || home.iteration) return undefined;
  const added = missing(toJson(node), home, at);
  return added && [...added, remove(withOnlyParents(at, home))];
}

/** The place, or the map around it that it is all of, up to what it moves to, and what every resource has. */
function withOnlyParents(at: Place, home: Place): Place {
  const around = parent(at);
  const node = nodeAt(around);
  const isAll = node?.kind === 'mapping' && node.entries.length === 1;
  const isAlien = around.path.length > 2 && around.path.at(-1) !== 'Properties';
  return isAll && isAlien && !isPrefix(around.path, home.path) ? withOnlyParents(around, home) : at;
}

/** What has to come so that a place says all of a value; nothing where it says something else. */
function missing(value: Json, home: Place, textOf: Place): readonly Edit[] | undefined {
  const node = nodeAt(home);
  if (!node) {
    const edit = put(home, value);
    return [edit.at === home ? set(home, value, textOf) : edit];
  }
  const there = toJson(node);
  if (JSON.stringify(there) === JSON.stringify(value)) return [];
  if (!isObject(there) || !isObject(value)) return undefined;
  const edits = Object.keys(value).map(key =>
    missing(property(value, key) ?? null, child(home, key), child(textOf, key)),
  );
  return edits.every(each => each !== undefined) ? edits.flat() : undefined;
}
