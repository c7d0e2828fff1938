import type { Document } from '../../syntax/document.ts';
import type { Node } from '../../syntax/node.ts';
import { nodeAt, type Path } from '../../syntax/place.ts';
import type { CollectionItem } from '../../syntax/tokens.ts';
import { type CollectionToken, collectionToken, itemOf } from './tokens.ts';

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
