import type { CollectionItem } from '../../syntax/cst-tokens.ts';
import type { Json } from '../../syntax/json-value.ts';
import type { Source } from './block-text.ts';

/** An entry or list item that is new in a collection. */
export interface NewItem {
  /** Nothing for a list item. */
  readonly key: string | undefined;
  readonly value: Json;
  /** The text that the value of an entry has elsewhere, when it comes from there. */
  readonly source?: Source | undefined;
}

/** What changes between two items that stay. */
export interface Gap {
  readonly before: CollectionItem | undefined;
  readonly next: CollectionItem | undefined;
  readonly removed: readonly CollectionItem[];
  readonly added: readonly NewItem[];
}

/** What happens in one collection: `added` says behind which item, or before the first, things are new. */
export interface Changes {
  readonly added: ReadonlyMap<CollectionItem | undefined, readonly NewItem[]>;
  readonly removed: ReadonlySet<CollectionItem>;
}

/**
 * The places at which a collection changes. What is taken out and what is put in at one place are seen together, since
 * the new can then have the place, and the separators, of the old.
 */
export function gapsOf(items: readonly CollectionItem[], { added, removed }: Changes): readonly Gap[] {
  const gaps: Gap[] = [];
  let before: CollectionItem | undefined;
  let gone: CollectionItem[] = [];
  let come: NewItem[] = [...(added.get(undefined) ?? [])];
  const close = (next: CollectionItem | undefined): void => {
    if (gone.length > 0 || come.length > 0) gaps.push({ before, next, removed: gone, added: come });
    gone = [];
    come = [];
  };
  for (const item of items) {
    if (removed.has(item)) {
      gone.push(item);
    } else {
      close(item);
      before = item;
    }
    come.push(...(added.get(item) ?? []));
  }
  close(undefined);
  return gaps;
}
