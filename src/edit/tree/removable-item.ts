import { say } from '../../i18n/sentence.ts';
import { commentsWithin } from '../../syntax/comments.ts';
import type { CollectionItem } from '../../syntax/cst-tokens.ts';
import type { Document } from '../../syntax/document.ts';
import { entry, type Mapping, type Range, type Sequence } from '../../syntax/node.ts';
import { type Path, step } from '../../syntax/place.ts';
import { containsAliased } from './aliases.ts';
import { Refusal } from './edit.ts';
import { BROUGHT_BACK, IN_FUNCTION, NO_ITEM, REPEATED, SHARED, UNEDITABLE, walk } from './editable-path.ts';
import { hasMergeKey, isFunction, isFunctionKey } from './nodes.ts';
import { itemOf } from './tokens.ts';

/** A removable item: an entry or list item, and what it is taken from. */
export interface RemovableItem {
  readonly item: CollectionItem;
  readonly from: Mapping | Sequence;
}

export function removableItemAt(document: Document, path: Path): RemovableItem {
  const key = path.at(-1);
  if (isFunctionKey(path.at(-2))) throw new Refusal(IN_FUNCTION);
  const { node: from, depth } = walk(document, path.slice(0, -1), 'old');
  const item = key === undefined ? undefined : itemOf(from, key);
  if (key === undefined || depth < path.length - 1 || !step(from, key)) throw new Refusal(NO_ITEM);
  if (isFunction(from)) throw new Refusal(IN_FUNCTION);
  if (from.kind === 'mapping' && typeof key === 'string' && entry(from, key)?.merged)
    throw new Refusal(SHARED);
  if (from.kind === 'scalar' || !item) throw new Refusal(UNEDITABLE);
  if (from.kind === 'mapping' && hasMergeKey(from)) throw new Refusal(BROUGHT_BACK);
  if (containsAliased(document, step(from, key)?.origin)) throw new Refusal(REPEATED);
  return { item, from };
}

/** Refuses to take text away that holds a comment, unless the comment goes along with what is `moved`. */
export function refuseCommentLoss(document: Document, { start, end }: Range, moved: readonly Range[]): void {
  for (const comment of commentsWithin(document, start, end)) {
    const goesAlong = moved.some(each => each.start <= comment.start && comment.end <= each.end);
    if (!goesAlong)
      throw new Refusal(
        say`The comment \`${document.text.slice(comment.start, comment.end)}\` would be lost.`,
      );
  }
}
