import type { CST } from 'yaml';
import { commentsWithin } from '../syntax/comments.ts';
import type { Document } from '../syntax/document.ts';
import { isArray, isObject, type Json } from '../syntax/json.ts';
import type { Node, Range } from '../syntax/node.ts';
import { type CollectionItem, lastSolid } from '../syntax/tokens.ts';
import { indent } from './block-text.ts';
import { Refusal, type Splice } from './edit.ts';
import { type Sources, writerAt } from './insert-block.ts';
import { fillBrackets, inlineValue } from './insert-flow.ts';
import { afterComments, columnOf, indentation, lineBreak, lineEnd, onOneLine, opensLine } from './lines.ts';
import { scalarText } from './scalar-text.ts';
import { styleOf } from './style.ts';
import { collectionToken, itemStart } from './tokens.ts';

/** A value that is there: the node, the item that holds it, and the token of the collection around. */
export interface Seat {
  readonly node: Node;
  readonly item: CollectionItem;
  readonly around: CST.BlockMap | CST.BlockSequence | CST.FlowCollection;
  /** Indentation of a line of `around`, and what its items add to it; for collections in brackets. */
  readonly unit: string;
}

/** Whether nothing stands at a node: no value, `null`, `{}` or `[]`. */
export function isVacant(node: Node): boolean {
  if (node.kind === 'scalar') return node.value === null;
  if (node.kind === 'mapping') return node.tag === undefined && node.entries.length === 0;
  return node.items.length === 0;
}

/** A function takes the whole map: `!Ref x`, or `Ref: x`. */
export function isFunction(node: Node): boolean {
  if (node.kind !== 'mapping') return false;
  return node.tag !== undefined || node.entries.some(({ key }) => key === 'Ref' || key.startsWith('Fn::'));
}

/** Puts a value where another one, or nothing, is. */
export function replaceValue(
  document: Document,
  seat: Seat,
  value: Json,
  sources: Sources,
): readonly Splice[] {
  const { node, around } = seat;
  if (!isVacant(node) && node.kind !== 'scalar' && !isFunction(node))
    throw new Refusal('A list or a map stands there already.');
  const [comment] = isVacant(node) ? [] : commentsWithin(document, node.range.start, node.range.end);
  if (comment)
    throw new Refusal(`The comment \`${document.text.slice(comment.start, comment.end)}\` would be lost.`);
  if (node.anchored) throw new Refusal('The value there has an anchor, so other places may repeat it.');
  if (around.type === 'flow-collection') return replaceInFlow(document, seat, value);
  if (around.type === 'block-seq') return replaceItem(document, seat, value, sources);
  return replaceInMap(document, seat, value, sources);
}

function replaceInFlow(document: Document, seat: Seat, value: Json): readonly Splice[] {
  const { node, item } = seat;
  const token = node.kind === 'scalar' ? undefined : collectionToken(node);
  if (token?.type === 'flow-collection' && isVacant(node)) return fill(document, seat, token, value);
  if (!item.value) {
    const end = solidEnd(item);
    return [{ start: end, end, text: ` ${inlineValue(document, value)}` }];
  }
  const { start, end } = valueRange(document, node);
  return [{ start, end, text: scalarLike(document, node, value) ?? inlineValue(document, value) }];
}

function fill(document: Document, seat: Seat, token: CST.FlowCollection, value: Json): readonly Splice[] {
  const entries = isArray(value)
    ? value.map(item => ({ key: undefined, value: item }))
    : isObject(value)
      ? Object.entries(value).map(([key, item]) => ({ key, value: item }))
      : undefined;
  const isKind = isArray(value) === (token.start.type === 'flow-seq-start');
  if (!entries || !isKind) {
    const { start, end } = seat.node.range;
    return [{ start, end, text: inlineValue(document, value) }];
  }
  const start = itemStart(seat.item);
  const unit = opensLine(document.text, start) ? seat.unit : undefined;
  return fillBrackets(document, token, entries, indentation(document.text, start), unit);
}

/** In a block list: the new lines stand behind the dash. */
function replaceItem(document: Document, seat: Seat, value: Json, sources: Sources): readonly Splice[] {
  const { text } = document;
  const { node, item } = seat;
  const writer = writerAt(document, node.range.start, sources);
  const onLine = scalarLike(document, node, value) ?? writer.onLine(value);
  if (!item.value) {
    const end = solidEnd(item);
    return [{ start: end, end, text: ` ${onLine ?? inlineValue(document, value)}` }];
  }
  const { start, end } = valueRange(document, node);
  if (onLine !== undefined) return [{ start, end, text: onLine }];
  const lines = isArray(value) ? writer.sequence(value) : isObject(value) ? writer.map(value) : [];
  const [first = '', ...rest] = lines;
  const eol = lineBreak(text, start);
  return [{ start, end, text: [first, ...indent(rest, columnOf(text, start))].join(eol) }];
}

/** In a block map: on the line of the key, or on lines of its own below. */
function replaceInMap(document: Document, seat: Seat, value: Json, sources: Sources): readonly Splice[] {
  const { text } = document;
  const { node, item, around } = seat;
  const column = 'indent' in around ? around.indent : 0;
  if (!item.sep) throw new Refusal('The key there has no value that could be given.');
  const isEmpty = !item.value;
  const header = isEmpty ? solidEnd(item) : solidEnd(item, node.range.start);
  const { start, end } = isEmpty ? { start: header, end: header } : valueRange(document, node);
  const writer = writerAt(document, header, sources);
  const onLine =
    scalarLike(document, node, value) ?? writer.onLine(value) ?? shortList(document, node, value);
  if (onLine !== undefined) return [{ start, end, text: isEmpty ? ` ${onLine}` : onLine }];
  if (!onOneLine(text, header, end) || commentsWithin(document, header, end).length > 0)
    throw new Refusal('What stands there is spread over several lines.');
  const eol = lineBreak(text, header);
  const lines = indent(writer.below(value), column).map(line => eol + line);
  const at = afterComments(document, lineEnd(text, end), column + 1);
  if (text.slice(end, at).trim() === '') return [{ start: header, end: at, text: lines.join('') }];
  const gone = header === end ? [] : [{ start: header, end, text: '' }];
  return [...gone, { start: at, end: at, text: lines.join('') }];
}

/** Text in place of text keeps its quotes. */
function scalarLike(document: Document, node: Node, value: Json): string | undefined {
  if (node.kind !== 'scalar' || typeof value !== 'string' || document.format === 'json') return undefined;
  if (node.style !== 'single' && node.style !== 'double') return undefined;
  return scalarText(value, node.style, true);
}

/** A few words in place of one, as for `DependsOn`, stay on its line. */
function shortList(document: Document, node: Node, value: Json): string | undefined {
  const isShort = isArray(value) && value.every(item => typeof item === 'string') && !isVacant(node);
  if (!isShort) return undefined;
  const { quote } = styleOf(document);
  const written = `[${value.map(item => scalarText(item, quote)).join(', ')}]`;
  return written.length <= 60 ? written : undefined;
}

/** The text of a value with its tag, without the line break that ends a block scalar. */
function valueRange(document: Document, node: Node): Range {
  const { start, end } = node.range;
  const isBlock = node.kind === 'scalar' && node.style === 'block';
  return { start, end: isBlock ? lineEnd(document.text, end) : end };
}

/** After the colon or dash, and what is fixed to the value by an anchor; tags go with the value. */
function solidEnd(item: CollectionItem, before: number = Number.POSITIVE_INFINITY): number {
  const tokens = (item.sep ?? item.start).filter(each => each.offset < before);
  const solid = lastSolid(tokens);
  return solid ? solid.offset + solid.source.length : itemStart(item);
}
