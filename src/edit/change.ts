import { say } from '../i18n/sentence.ts';
import type { BlockToken, CollectionItem, CollectionToken } from '../syntax/cst-tokens.ts';
import type { Document } from '../syntax/document.ts';
import type { Json } from '../syntax/json-value.ts';
import type { Mapping, Range, Sequence } from '../syntax/node.ts';
import type { Path } from '../syntax/place.ts';
import type { Block } from './block/block.ts';
import { BlockWriter, type Sources } from './block/block-text.ts';
import { changeBlock } from './block/change-block.ts';
import { gapsOf, type NewItem } from './block/gaps.ts';
import { changeFlow } from './flow/change-flow.ts';
import { siblingTextStyle } from './style/sibling-quotes.ts';
import { styleOf } from './style/style.ts';
import { Refusal, type Splice } from './tree/edit.ts';
import { positionsIn } from './tree/key-positions.ts';
import { collectionToken, itemStart, realItems, slotOf } from './tree/tokens.ts';

export interface NewPair extends Pick<NewItem, 'value' | 'source'> {
  readonly after: string | undefined;
}

/** What edits want of one map or list that has something in it. */
export interface Wanted {
  readonly path: Path;
  /** New keys, each with the key that it goes behind. */
  readonly pairs: Map<string, NewPair>;
  /** What is new at the end of a list. */
  readonly values: Json[];
  readonly removed: Set<CollectionItem>;
  /** Those of them whose comments stay. */
  readonly commented: Set<CollectionItem>;
}

/** The same with the keys of new values in order. */
export function arranged(wanted: Wanted, arrange: (value: Json) => Json): Wanted {
  const pairs = [...wanted.pairs].map(
    ([key, pair]) => [key, { ...pair, value: arrange(pair.value) }] as const,
  );
  return { ...wanted, pairs: new Map(pairs), values: wanted.values.map(arrange) };
}

/** The values that have a text already, and the places that it is taken from. */
export interface Moves {
  readonly sources: Sources;
  readonly ranges: readonly Range[];
}

export function changeCollection(
  document: Document,
  node: Mapping | Sequence,
  wanted: Wanted,
  moves: Moves,
): readonly Splice[] {
  const token = collectionToken(node);
  if (!token) throw new Refusal(say`It is written in a form that fixes do not edit.`);
  const items = realItems(token);
  const gaps = gapsOf(items, { added: additions(document, node, token, wanted), removed: wanted.removed });
  if (token.type === 'flow-collection') {
    const flow = { document, token };
    return gaps.flatMap(gap => {
      const style = styleOf(document).flow(itemStart(gap.before ?? gap.next ?? gap.removed[0] ?? NOTHING));
      return changeFlow(flow, gap, { ...style, text: siblingTextStyle(node, style.text) });
    });
  }
  const block = blockOf(document, node, token, wanted, moves);
  return gaps.flatMap(gap => changeBlock(block, gap));
}

const NOTHING: CollectionItem = { start: [] };

function additions(
  document: Document,
  node: Mapping | Sequence,
  token: CollectionToken,
  { pairs, values }: Wanted,
): ReadonlyMap<CollectionItem | undefined, readonly NewItem[]> {
  const last = realItems(token).at(-1);
  if (node.kind === 'sequence') return new Map([[last, values.map(value => ({ key: undefined, value }))]]);
  const positions = positionsIn(document, node, token);
  const added = new Map<CollectionItem | undefined, NewItem[]>();
  for (const key of positions.sorted([...pairs.keys()])) {
    const pair = pairs.get(key);
    if (!pair) continue;
    const { value, source, after } = pair;
    const behind = positions.behind(key, after);
    const group = added.get(behind) ?? [];
    group.push({ key, value, source });
    added.set(behind, group);
  }
  return added;
}

function blockOf(
  document: Document,
  node: Mapping | Sequence,
  token: BlockToken,
  { path, commented }: Wanted,
  { sources, ranges }: Moves,
): Block {
  const slot = slotOf(document, path);
  const isFlush = slot?.around.type === 'block-map' && slot.around.indent === token.indent;
  return {
    document,
    token,
    isIndented: !isFlush && token.indent > 0,
    holder: slot?.item,
    moved: ranges,
    commented,
    write: ({ key, value, source }, near) => {
      const style = styleOf(document);
      const writer = new BlockWriter(style, near, sources);
      const sibling = siblingTextStyle(node, style.text(near));
      return key === undefined ? writer.item(value, sibling) : writer.pair(key, value, sibling, source);
    },
  };
}
