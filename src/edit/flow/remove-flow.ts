import { commentsWithin } from '../../syntax/comments.ts';
import { contentEnd, itemEnd } from '../../syntax/cst-tokens.ts';
import type { Range } from '../../syntax/node.ts';
import type { Gap } from '../block/gaps.ts';
import type { Splice } from '../tree/edit.ts';
import { beforeBreak, isTrivia, lineEnd, lineStart, onOneLine, opensLine } from '../tree/lines.ts';
import { refuseCommentLoss } from '../tree/removable-item.ts';
import { itemStart } from '../tree/tokens.ts';
import { commaBehind, type Flow, leadOf } from './flow.ts';

/** Takes items out of brackets, each with the comma that parts it from its neighbour. */
export function removeFromFlow(flow: Flow, gap: Gap): readonly Splice[] {
  const ranges = regions(flow, gap);
  for (const each of ranges) refuseCommentLoss(flow.document, each, []);
  return ranges.map(each => ({ ...each, text: '' }));
}

function regions(flow: Flow, gap: Gap): readonly Range[] {
  const { before, next, removed } = gap;
  const { token, document } = flow;
  const [first] = removed;
  const last = removed.at(-1);
  if (!first || !last) return [];
  if (!before && !next) return [{ start: token.offset + 1, end: contentEnd(token) - 1 }];
  const lines = linesOf(flow, gap);
  if (lines) return lines;
  if (!before && next) return [{ start: itemStart(first), end: itemStart(next) }];
  if (!before) return [];
  const left = { start: itemEnd(before), end: itemEnd(last) };
  if (!next || commentsWithin(document, left.start, left.end).length === 0) return [left];
  return [{ start: itemStart(first), end: itemStart(next) }];
}

/** The lines of items that share theirs with no other, and the comma that would be left behind the one before. */
function linesOf(flow: Flow, { before, next, removed }: Gap): readonly Range[] | undefined {
  const { text } = flow.document;
  const [first] = removed;
  const last = removed.at(-1);
  if (!first || !last) return undefined;
  const lead = leadOf(flow, first);
  const isCommaFirst = lead !== itemStart(first);
  if (!opensLine(text, lead) || (isCommaFirst && !before)) return undefined;
  const comma = commaBehind(flow, last);
  const isClosed = comma !== undefined && onOneLine(text, itemEnd(last), comma);
  const end = lineEnd(text, isClosed ? comma + 1 : itemEnd(last));
  if (!isTrivia(text.slice(isClosed ? comma + 1 : itemEnd(last), end))) return undefined;
  if (next && !isClosed && !isCommaFirst) return undefined;
  const lines = { start: beforeBreak(text, lineStart(text, lead)), end };
  if (next || isClosed || isCommaFirst || !before) return [lines];
  const left = commaBehind(flow, before);
  return left === undefined ? undefined : [{ start: left, end: left + 1 }, lines];
}
