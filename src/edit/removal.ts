import { commentsWithin } from '../syntax/comments.ts';
import type { Document } from '../syntax/document.ts';
import type { Range } from '../syntax/node.ts';
import { type CollectionItem, contentEnd, itemEnd, lastSolid } from '../syntax/tokens.ts';
import { Refusal, type Splice } from './edit.ts';
import { wholeLines } from './insert-block.ts';
import { lineEnd, opensLine } from './lines.ts';
import { type BlockToken, type CollectionToken, itemStart, realItems } from './tokens.ts';

/**
 * Takes items out of a collection. `holder` is the item that holds the collection itself, which stays behind empty when
 * all are taken. `moved` are the places whose text, comments included, goes elsewhere in the same fix.
 */
export function removeItems(
  document: Document,
  token: CollectionToken,
  removed: ReadonlySet<CollectionItem>,
  holder: CollectionItem | undefined,
  moved: readonly Range[],
): readonly Splice[] {
  const splices = regions(document, token, removed, holder, moved);
  for (const { start, end } of splices)
    for (const comment of commentsWithin(document, start, end)) {
      const goesAlong = moved.some(each => each.start <= comment.start && comment.end <= each.end);
      if (!goesAlong) {
        const said = document.text.slice(comment.start, comment.end);
        throw new Refusal(`The comment \`${said}\` would be lost.`);
      }
    }
  return splices;
}

function regions(
  document: Document,
  token: CollectionToken,
  removed: ReadonlySet<CollectionItem>,
  holder: CollectionItem | undefined,
  moved: readonly Range[],
): readonly Splice[] {
  const items = realItems(token);
  const isEmptied = items.every(item => removed.has(item));
  if (token.type === 'flow-collection')
    return isEmptied
      ? [{ start: token.offset + 1, end: contentEnd(token) - 1, text: '' }]
      : outOfBrackets(items, removed);
  return isEmptied ? empty(document, token, items, holder) : outOfLines(document, items, removed, moved);
}

function outOfBrackets(
  items: readonly CollectionItem[],
  removed: ReadonlySet<CollectionItem>,
): readonly Splice[] {
  const splices: Splice[] = [];
  for (let i = 0; i < items.length; i++) {
    const first = items[i];
    if (!first || !removed.has(first)) continue;
    let after = i;
    while (items[after] && removed.has(items[after] ?? first)) after++;
    const [before, last, next] = [items[i - 1], items[after - 1], items[after]];
    if (next) splices.push({ start: itemStart(first), end: itemStart(next), text: '' });
    else if (before && last) splices.push({ start: itemEnd(before), end: itemEnd(last), text: '' });
    i = after;
  }
  return splices;
}

function outOfLines(
  document: Document,
  items: readonly CollectionItem[],
  removed: ReadonlySet<CollectionItem>,
  moved: readonly Range[],
): readonly Splice[] {
  const kept = items.find(item => !removed.has(item));
  const [first] = items;
  const opensBehindDash =
    first !== undefined && removed.has(first) && !opensLine(document.text, itemStart(first));
  const leading = opensBehindDash && kept ? items.slice(0, items.indexOf(kept)) : [];
  const head = opensBehindDash && kept ? [{ start: itemStart(first), end: itemStart(kept), text: '' }] : [];
  const rest = items.filter(item => removed.has(item) && !leading.includes(item));
  const lines = rest.map(item => {
    const start = itemStart(item);
    const isMoved = moved.some(each => each.start <= start && start < each.end);
    return { ...wholeLines(document, item, isMoved), text: '' };
  });
  return [...head, ...lines];
}

/** Leaves `[]` or `{}` behind the key or dash of the collection. */
function empty(
  document: Document,
  token: BlockToken,
  items: readonly CollectionItem[],
  holder: CollectionItem | undefined,
): readonly Splice[] {
  const text = token.type === 'block-map' ? '{}' : '[]';
  const [first] = items;
  const last = items.at(-1);
  const solid = holder && lastSolid(holder.sep ?? holder.start);
  if (!first || !last || !solid) throw new Refusal('Nothing would be left of the template.');
  const end = lineEnd(document.text, itemEnd(last));
  if (!opensLine(document.text, itemStart(first))) return [{ start: itemStart(first), end, text }];
  const header = solid.offset + solid.source.length;
  return [
    { start: header, end: header, text: ` ${text}` },
    { start: lineEnd(document.text, header), end, text: '' },
  ];
}

/** The text that a moved item takes along. */
export function movedRange(document: Document, item: CollectionItem): Range {
  return wholeLines(document, item, true);
}
