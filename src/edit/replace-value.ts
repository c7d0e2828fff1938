import { say } from '../i18n/sentence.ts';
import { commentsWithin } from '../syntax/comments.ts';
import { lastSolid } from '../syntax/cst-tokens.ts';
import type { Document } from '../syntax/document.ts';
import { isArray, type Json } from '../syntax/json-value.ts';
import type { Node, Range } from '../syntax/node.ts';
import { BlockWriter, indent, type Sources } from './block/block-text.ts';
import { fillLines, isSpread, itemsFor } from './flow/fill.ts';
import { replaceInFlow } from './flow/replace-flow.ts';
import { inlineText } from './style/flow-text.ts';
import { type ReplacedValue, replacedRange, textLike } from './style/replaced-value.ts';
import { styleOf } from './style/style.ts';
import { afterCommentedOut } from './tree/commented-out.ts';
import { Refusal, type Splice } from './tree/edit.ts';
import { afterComments, columnOf, nextBreak } from './tree/lines.ts';
import { isCollection, isVacant } from './tree/nodes.ts';
import { refuseCommentLoss } from './tree/removable-item.ts';
import { collectionToken, headerEnd, itemStart } from './tree/tokens.ts';

/** Puts a value where another one, or nothing, is. */
export function replaceValue(old: ReplacedValue, value: Json, sources: Sources): readonly Splice[] {
  const { document, node, slot } = old;
  const pair = typeof value === 'string' ? pairOnOneLine(document, node) : undefined;
  if (!pair && !isVacant(node) && isCollection(node))
    throw new Refusal(say`There is already a list or a map.`);
  if (node.anchored) throw new Refusal(say`The value there has an anchor, so other places may repeat it.`);
  if (pair) return [{ ...pair, text: inlineText(value, styleOf(document).flow(pair.start)) }];
  if (slot.around.type === 'flow-collection') return replaceInFlow(old, value);
  const style = styleOf(document);
  const token = node.kind === 'scalar' || !isVacant(node) ? undefined : collectionToken(node);
  if (token?.type === 'flow-collection' && isSpread(document, token)) {
    const items = itemsFor(token, value);
    const unit = ' '.repeat(style.step(token.offset));
    if (items) return [fillLines(document, token, items, style.flow(token.offset), unit)];
  }
  const range = replacedRange(old);
  refuseCommentLoss(document, range, []);
  const writer = new BlockWriter(style, itemStart(slot.item), sources);
  if (slot.around.type === 'block-seq') return replaceItem(old, range, value, writer);
  return replaceInMap(old, range, value, writer, slot.around.indent);
}

/** A map of one key and one scalar: `a: b` in place of which there may stand a text. */
function pairOnOneLine({ text }: Document, node: Node): Range | undefined {
  if (node.kind !== 'mapping' || node.tag !== undefined) return undefined;
  const [only, another] = node.entries;
  if (!only || another || only.value.kind !== 'scalar' || only.value.anchored) return undefined;
  const { start } = node.range;
  const range = text[start] === '{' ? node.range : { start, end: only.value.range.end };
  return text.slice(range.start, range.end).includes('\n') ? undefined : range;
}

/** In a block list: the first line stands behind the dash, before a comment that is there, the others below. */
function replaceItem(
  old: ReplacedValue,
  { start, end }: Range,
  value: Json,
  writer: BlockWriter,
): readonly Splice[] {
  const { text } = old.document;
  const gap = start < end ? '' : ' '.repeat(styleOf(old.document).dashGap(start));
  const like = textLike(old, value);
  const [first = '', ...rest] = like === undefined ? writer.lines(value) : [like];
  const lines = indent(rest, columnOf(text, start) + gap.length).map(line => `\n${line}`);
  const at = nextBreak(text, end);
  const [comment] = commentsWithin(old.document, end, at);
  // Within a text that is moved there may be no place for it.
  if (comment && writer.reusesSource)
    throw new Refusal(say`The comment \`${text.slice(comment.start, comment.end)}\` would be lost.`);
  if (!comment) return [{ start, end, text: gap + first + lines.join('') }];
  return [
    { start, end, text: gap + first },
    { start: at, end: at, text: lines.join('') },
  ];
}

/** In a block map: on the line of the key, or on lines of its own below. */
function replaceInMap(
  old: ReplacedValue,
  { start, end }: Range,
  value: Json,
  writer: BlockWriter,
  column: number,
): readonly Splice[] {
  const { document, node, slot } = old;
  const { text } = document;
  if (!lastSolid(slot.item.sep)) throw new Refusal(say`The key there has no value.`);
  const onLine = textLike(old, value) ?? writer.onLine(value) ?? shortList(document, node, value);
  if (onLine !== undefined) return [{ start, end, text: start < end ? onLine : ` ${onLine}` }];
  const header = headerEnd(slot.item, start < end ? start : undefined);
  refuseCommentLoss(document, { start: header, end }, []);
  const lines = indent(writer.below(value), column)
    .map(line => `\n${line}`)
    .join('');
  const comments = afterComments(document, nextBreak(text, end), column + 1);
  const list = isArray(value) ? [column, column + styleOf(document).sequenceStep(header)] : [];
  const at = afterCommentedOut(document, comments, list);
  if (at === end) return [{ start: header, end, text: lines }];
  const gone = header === end ? [] : [{ start: header, end, text: '' }];
  return [...gone, { start: at, end: at, text: lines }];
}

/** A few words in place of one, as for `DependsOn`, stay on its line. */
function shortList(document: Document, node: Node, value: Json): string | undefined {
  const isShort = isArray(value) && value.every(item => typeof item === 'string') && !isVacant(node);
  if (!isShort) return undefined;
  const written = inlineText(value, styleOf(document).flow(node.range.start));
  return written.length <= 60 ? written : undefined;
}
