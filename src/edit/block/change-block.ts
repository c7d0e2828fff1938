import { say } from '../../i18n/sentence.ts';
import { type CollectionItem, itemEnd } from '../../syntax/cst-tokens.ts';
import { afterCommentedOut, listsEndingIn } from '../tree/commented-out.ts';
import { Refusal, type Splice } from '../tree/edit.ts';
import {
  afterBlankLines,
  afterComments,
  columnOf,
  lineEnd,
  lineStart,
  opensLine,
  ownCommentsStart,
} from '../tree/lines.ts';
import { refuseCommentLoss } from '../tree/removable-item.ts';
import { itemStart, realItems } from '../tree/tokens.ts';
import { type Block, endsInText, hasBlankLines, isMoved } from './block.ts';
import { indent } from './block-text.ts';
import type { Gap, NewItem } from './gaps.ts';
import { removeLines, wholeLines } from './remove-block.ts';

/** Changes a map or list that stands on lines of its own at one place. */
export function changeBlock(block: Block, gap: Gap): readonly Splice[] {
  const { before, next, removed, added } = gap;
  if (added.length === 0) return removeLines(block, gap);
  const isMove = removed.some(item => isMoved(block, item));
  if (isMove && !before && !next && opensItsLine(block, removed))
    return [replaceMoved(block, removed, added)];
  if (removed.length > 0 && !isMove) return [replaceLines(block, removed, added)];
  const rest = isMove ? removeLines(block, gap) : [];
  if (before && endsFileInText(block, before)) return [...rest, insertAhead(block, before, added)];
  if (before) return [...rest, insertBehind(block, before, added)];
  if (next) return [...rest, insertBefore(block, next, added)];
  throw new Refusal(say`Everything there is moved away, and something else is to be inserted there.`);
}

function newLines(block: Block, added: readonly NewItem[], near: number): readonly (readonly string[])[] {
  return added.map(item => indent(block.write(item, near), block.token.indent));
}

/** Without a line break behind it, a block of text would get one that some parsers count to the text. */
function endsFileInText({ document: { text } }: Block, item: CollectionItem): boolean {
  return itemEnd(item) === text.length && !text.endsWith('\n') && endsInText(item);
}

/** The order of keys says nothing, so a new one may stand before the block of text in which the file ends. */
function insertAhead(block: Block, item: CollectionItem, added: readonly NewItem[]): Splice {
  if (block.token.type === 'block-map') return insertBefore(block, item, added);
  throw new Refusal(
    say`The file ends in a block scalar without a line break, and the new text would become part of it.`,
  );
}

function insertBehind(block: Block, before: CollectionItem, added: readonly NewItem[]): Splice {
  const isLast = before === realItems(block.token).at(-1);
  const column = isLast && block.isIndented ? block.token.indent : block.token.indent + 1;
  const at = afterOwnComments(block, before, column);
  const blanks = hasBlankLines(before) ? '' : '\n'.repeat(blankLines(block, before));
  const lines = newLines(block, added, itemStart(before));
  return {
    start: at,
    end: at,
    text: lines.map(each => blanks + each.map(line => `\n${line}`).join('')).join(''),
  };
}

/** Behind an item and the comments below it that belong to it, or to the list that it is the last one of. */
function afterOwnComments({ document, token }: Block, item: CollectionItem, column: number): number {
  const isLast = item === realItems(token).at(-1);
  const own = token.type === 'block-seq' && isLast ? [token.indent] : [];
  const end = afterComments(document, lineEnd(document.text, itemEnd(item)), column);
  return afterCommentedOut(document, end, [...own, ...listsEndingIn(item)]);
}

function insertBefore(block: Block, next: CollectionItem, added: readonly NewItem[]): Splice {
  const { text } = block.document;
  const start = itemStart(next);
  const lines = newLines(block, added, start);
  if (!opensLine(text, start)) {
    const written = lines.flat().map((line, i) => (i === 0 ? line.trimStart() : line));
    return { start, end: start, text: `${written.join('\n')}\n${' '.repeat(columnOf(text, start))}` };
  }
  const own = ownCommentsStart(block.document, start);
  const at = own === lineStart(text, 0) ? lineStart(text, start) : own;
  const blanks = '\n'.repeat(blankLines(block, next));
  const written = lines.map(each => each.map(line => `${line}\n`).join('') + blanks);
  return { start: at, end: at, text: written.join('') };
}

/** New items in the place of old ones. */
function replaceLines(block: Block, removed: readonly CollectionItem[], added: readonly NewItem[]): Splice {
  const { text } = block.document;
  const [first] = removed;
  const last = removed.at(-1);
  const start = first ? itemStart(first) : 0;
  const contentEnd = last ? itemEnd(last) : start;
  const end = text[contentEnd - 1] === '\n' ? lineEnd(text, contentEnd) : contentEnd;
  refuseCommentLoss(block.document, { start, end: lineEnd(text, end) }, []);
  const written = newLines(block, added, start).flat();
  return {
    start,
    end,
    text: written.map((line, i) => (i === 0 ? line.trimStart() : line)).join('\n'),
  };
}

/** Whether a line break stands before what is the first of some items. */
function opensItsLine({ document: { text } }: Block, [first]: readonly CollectionItem[]): boolean {
  return (
    first !== undefined &&
    opensLine(text, itemStart(first)) &&
    lineStart(text, itemStart(first)) > lineStart(text, 0)
  );
}

/** New items in the place of all old ones, of which some move elsewhere with their comments. */
function replaceMoved(block: Block, removed: readonly CollectionItem[], added: readonly NewItem[]): Splice {
  const { document, moved } = block;
  const lines = removed.map(item => wholeLines(document, item, isMoved(block, item)));
  const start = Math.min(...lines.map(each => each.start));
  const end = Math.max(...lines.map(each => each.end));
  refuseCommentLoss(document, { start, end }, moved);
  const [first] = removed;
  const near = first ? itemStart(first) : start;
  const written = newLines(block, added, near).flat();
  return { start, end, text: written.map(line => `\n${line}`).join('') };
}

/** How many blank lines the neighbours of a new item have between them. */
function blankLines(block: Block, sibling: CollectionItem): number {
  const { document, token } = block;
  const items = realItems(token);
  const index = items.indexOf(sibling);
  const above = items[items[index + 1] ? index : index - 1];
  if (!above || hasBlankLines(above)) return 0;
  const end = afterOwnComments(block, above, token.indent + 1);
  return document.text.slice(end, afterBlankLines(document.text, end)).match(/\n/g)?.length ?? 0;
}
