import type { BlockScalarToken, BlockToken, CollectionItem } from '../../syntax/cst-tokens.ts';
import type { Document } from '../../syntax/document.ts';
import type { Range } from '../../syntax/node.ts';
import { itemStart, realItems } from '../tree/tokens.ts';
import type { NewItem } from './gaps.ts';

/** A map or list that stands on lines of its own, and what writing there depends on. */
export interface Block {
  readonly document: Document;
  readonly token: BlockToken;
  /**
   * False for a list whose dashes stand below the key, and for the top: a comment that follows at their column may
   * belong to what comes next.
   */
  readonly isIndented: boolean;
  /** The item that holds the collection, which stays behind empty when all is taken. */
  readonly holder: CollectionItem | undefined;
  /** The places whose text, comments included, goes elsewhere in the same fix. */
  readonly moved: readonly Range[];
  /** The items whose comments stay when they are taken away. */
  readonly commented: ReadonlySet<CollectionItem>;
  /** The lines of a new item, without the indentation of the block. */
  readonly write: (item: NewItem, near: number) => readonly string[];
}

export function isMoved({ moved }: Block, item: CollectionItem): boolean {
  const start = itemStart(item);
  return moved.some(each => each.start <= start && start < each.end);
}

/** Whether an item ends in a block of text. */
export function endsInText(item: CollectionItem): boolean {
  return textAtEnd(item) !== undefined;
}

/** Whether blank lines below an item would be part of the text in which it ends: `|+`. */
export function endsInKeptText(item: CollectionItem): boolean {
  const props = textAtEnd(item)?.props ?? [];
  return props.some(each => 'source' in each && /^[|>].*\+/.test(each.source ?? ''));
}

/**
 * Whether blank lines below an item are counted to the text in which it ends, be it only that there is no other line.
 */
export function hasBlankLines(item: CollectionItem): boolean {
  return endsInKeptText(item) || textAtEnd(item)?.source.trim() === '';
}

/** The column from which on a line below would be part of the text in which an item ends, if it ends in one. */
export function textColumn(item: CollectionItem): number | undefined {
  const text = textAtEnd(item);
  if (!text) return undefined;
  const lines = text.source.split('\n').filter(line => line.trim() !== '');
  const columns = lines.map(line => line.length - line.trimStart().length);
  return columns.length > 0 ? columns.reduce((a, b) => Math.min(a, b)) : text.indent + 1;
}

function textAtEnd({ value }: CollectionItem): BlockScalarToken | undefined {
  if (value?.type === 'block-scalar') return value;
  if (value?.type !== 'block-map' && value?.type !== 'block-seq') return undefined;
  const last = realItems(value).at(-1);
  return last && textAtEnd(last);
}
