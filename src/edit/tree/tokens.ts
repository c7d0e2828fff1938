import { type CollectionItem, type CollectionToken, isReal, lastSolid } from '../../syntax/cst-tokens.ts';
import type { Document } from '../../syntax/document.ts';
import type { Mapping, Node, Sequence } from '../../syntax/node.ts';
import { nodeAt, type Path } from '../../syntax/place.ts';
import { isTokenSource } from '../../syntax/source-tokens.ts';
import { memoize } from '../../util/memoize.ts';

/** The token of a map or list, or nothing when it is written in a form that is not edited (`[a: b]`). */
export function collectionToken(node: Mapping | Sequence): CollectionToken | undefined {
  const { origin } = node;
  if (isTokenSource(origin)) return origin.collection(node);
  const token = origin && 'srcToken' in origin ? origin.srcToken : undefined;
  switch (token?.type) {
    case 'block-map':
    case 'block-seq':
    case 'flow-collection':
      return token;
    default:
      return undefined;
  }
}

/** The items that hold something, in the order of the text. */
export const realItems: (token: CollectionToken) => readonly CollectionItem[] = memoize(({ items }) =>
  items.filter(isReal),
);

/** Where an item begins: at its dash, its `?`, its key, or the tag or anchor before it; never at a comma. */
export function itemStart(item: CollectionItem): number {
  const solid = item.start.find(
    each => !['space', 'comment', 'newline', 'comma', 'flow-error-end'].includes(each.type),
  );
  return (solid ?? item.key ?? item.sep?.[0] ?? item.value)?.offset ?? 0;
}

/** After the colon or dash of an item and the anchor or tag that stand before `before`. */
export function headerEnd(item: CollectionItem, before: number = Number.POSITIVE_INFINITY): number {
  const tokens = (item.sep ?? item.start).filter(each => each.offset < before);
  const solid = lastSolid(tokens);
  return solid ? solid.offset + solid.source.length : itemStart(item);
}

/** The token of the item through which a child is reached. */
export function itemOf(parent: Node, key: string | number): CollectionItem | undefined {
  if (parent.kind === 'mapping')
    return itemsOf(parent)[parent.entries.findLastIndex(each => each.key === key)];
  if (parent.kind !== 'sequence' || typeof key !== 'number') return undefined;
  const token = collectionToken(parent);
  const items = token ? realItems(token) : [];
  return items.length === parent.items.length ? items[key] : undefined;
}

/** The token of each entry of a map; nothing for one that a merge key brings. */
export function itemsOf(map: Mapping): readonly (CollectionItem | undefined)[] {
  if (isTokenSource(map.origin)) return realItems(map.origin.collection(map));
  return map.entries.map(each => each.origin?.srcToken);
}

/** The slot of a value: the item that holds it, and the collection around. */
export interface Slot {
  readonly item: CollectionItem;
  readonly around: CollectionToken;
}

/** Nothing at the top, and in forms that are not edited. A tag belongs to the value that it stands before. */
export function slotOf(document: Document, path: Path): Slot | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const key = path[depth - 1];
    const parent: Node | undefined = nodeAt({ document, path: path.slice(0, depth - 1) });
    if (!parent || parent.kind === 'scalar' || key === undefined) return undefined;
    if (parent.kind === 'mapping' && parent.tag !== undefined) continue;
    const item = itemOf(parent, key);
    const around = collectionToken(parent);
    return item && around && { item, around };
  }
  return undefined;
}

/** Whether a value is what stands behind a tag: it has no place of its own. */
export function isInTag(document: Document, path: Path): boolean {
  const parent = path.length > 0 ? nodeAt({ document, path: path.slice(0, -1) }) : undefined;
  return parent?.kind === 'mapping' && parent.tag !== undefined;
}
