import { type CollectionItem, contentEnd, itemEnd } from '../../syntax/cst-tokens.ts';
import type { Document } from '../../syntax/document.ts';
import type { Gap, NewItem } from '../block/gaps.ts';
import { type FlowStyle, inlinePair, inlineText, type Opening, openText } from '../style/flow-text.ts';
import { styleOf } from '../style/style.ts';
import { afterCommentedOutInFlow } from '../tree/commented-out.ts';
import type { Splice } from '../tree/edit.ts';
import {
  columnOf,
  indentation,
  isTrivia,
  lineEnd,
  lineStart,
  onOneLine,
  opensLine,
  ownCommentsStart,
} from '../tree/lines.ts';
import { refuseCommentLoss } from '../tree/removable-item.ts';
import { itemStart, realItems } from '../tree/tokens.ts';
import { commaBefore, commaBehind, type Flow, hasCommasFirst, isOnLines } from './flow.ts';
import { removeFromFlow } from './remove-flow.ts';

/** Changes a collection in brackets, which has items already, at one place. */
export function changeFlow(flow: Flow, gap: Gap, style: FlowStyle): readonly Splice[] {
  if (gap.added.length === 0) return removeFromFlow(flow, gap);
  if (gap.removed.length > 0) return [replaceItems(flow, gap, style)];
  if (!isOnLines(flow)) return [insertInline(flow, gap, style)];
  return hasCommasFirst(flow) ? [insertCommasFirst(flow, gap, style)] : insertOnLines(flow, gap, style);
}

export function itemText({ key, value }: NewItem, style: FlowStyle, opening: Opening | undefined): string {
  const text = opening ? openText(value, style, opening) : inlineText(value, style);
  return key === undefined ? text : inlinePair(key, text, style);
}

function insertInline(flow: Flow, { before, next, added }: Gap, style: FlowStyle): Splice {
  const { document } = flow;
  const opening = openingLike(document, before ?? next);
  const written = added.map(each => itemText(each, style, opening));
  if (before) {
    const end = itemEnd(before);
    const at = !before.value && document.text[end] === ' ' ? end + 1 : end;
    return { start: at, end: at, text: written.map(each => style.comma + each).join('') };
  }
  const at = next ? itemStart(next) : 0;
  return { start: at, end: at, text: written.map(each => each + style.comma).join('') };
}

/** Items that begin on the line of the bracket may be spread over lines of their own all the same: `[{`, … `}, {`. */
function openingLike({ text }: Document, sibling: CollectionItem | undefined): Opening | undefined {
  const value = sibling?.value;
  const first = value?.type === 'flow-collection' ? realItems(value)[0] : undefined;
  if (!value || !first || !opensLine(text, itemStart(first))) return undefined;
  const indent = indentation(text, contentEnd(value) - 1);
  const inner = indentation(text, itemStart(first));
  if (!inner.startsWith(indent) || inner.length === indent.length) return undefined;
  return { indent, unit: inner.slice(indent.length) };
}

/** New items in the place of old ones. */
function replaceItems(flow: Flow, { removed, added }: Gap, style: FlowStyle): Splice {
  const { document } = flow;
  const [first] = removed;
  const last = removed.at(-1);
  const start = first ? itemStart(first) : 0;
  const end = last ? itemEnd(last) : start;
  refuseCommentLoss(document, { start, end: isOnLines(flow) ? lineEnd(document.text, end) : end }, []);
  const opening = opensLine(document.text, start) ? openingOf(flow) : undefined;
  const separator = opening ? `,\n${opening.indent}` : style.comma;
  return { start, end, text: added.map(each => itemText(each, style, opening)).join(separator) };
}

/** How lines go in between the brackets. */
function openingOf({ document, token }: Flow): Opening {
  const { text } = document;
  const last = realItems(token).at(-1);
  const indent = indentation(text, last ? itemStart(last) : token.offset);
  const outer = indentation(text, token.offset);
  const isDeeper = indent.startsWith(outer) && indent.length > outer.length;
  const unit = isDeeper ? indent.slice(outer.length) : ' '.repeat(styleOf(document).step(token.offset));
  return { indent, unit };
}

function insertCommasFirst(flow: Flow, { before, next, added }: Gap, style: FlowStyle): Splice {
  const { text } = flow.document;
  const written = added.map(each => itemText(each, style, undefined));
  const comma = commaBefore(realItems(flow.token)[1]) ?? 0;
  const separator = `\n${indentation(text, comma)}, `;
  if (!before) {
    const at = next ? itemStart(next) : 0;
    return { start: at, end: at, text: written.map(each => each + separator).join('') };
  }
  const end = itemEnd(before);
  const at = isTrivia(text.slice(end, lineEnd(text, end))) ? lineEnd(text, end) : end;
  return { start: at, end: at, text: written.map(each => separator + each).join('') };
}

/** One item a line: the new ones get lines of their own. */
function insertOnLines(flow: Flow, { before, next, added }: Gap, style: FlowStyle): readonly Splice[] {
  const { document } = flow;
  const opening = openingOf(flow);
  const { indent } = opening;
  const written = added.map(each => itemText(each, style, opening));
  if (before)
    return behind(
      flow,
      before,
      written.map(each => `\n${indent}${each}`),
    );
  const start = next ? itemStart(next) : 0;
  if (!opensLine(document.text, start))
    return [{ start, end: start, text: written.map(each => each + style.comma).join('') }];
  const own = ownCommentsStart(document, start);
  const at = own === lineStart(document.text, 0) ? lineStart(document.text, start) : own;
  return [{ start: at, end: at, text: written.map(each => `${indent}${each},\n`).join('') }];
}

/** `lines` begin with a line break. */
function behind(flow: Flow, before: CollectionItem, lines: readonly string[]): readonly Splice[] {
  const { document, token } = flow;
  const { text } = document;
  const comma = commaBehind(flow, before);
  const end = itemEnd(before);
  const column = columnOf(text, itemStart(before));
  const isLast = before === realItems(token).at(-1);
  const below = (line: number): number => (isLast ? afterCommentedOutInFlow(document, line, column) : line);
  if (comma !== undefined && onOneLine(text, end, comma)) {
    const line = lineEnd(text, comma + 1);
    const at = below(line);
    if (isTrivia(text.slice(comma + 1, line)))
      return [{ start: at, end: at, text: lines.map(each => `${each},`).join('') }];
  }
  const line = lineEnd(text, end);
  const at = below(line);
  const isNoted = at > line || /^\s*#/.test(text.slice(end, line));
  if (!isNoted || comma !== undefined)
    return [{ start: end, end, text: lines.map(each => `,${each}`).join('') }];
  return [
    { start: end, end, text: ',' },
    { start: at, end: at, text: lines.join(',') },
  ];
}
