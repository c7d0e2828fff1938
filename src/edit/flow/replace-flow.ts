import { itemEnd, lastSolid } from '../../syntax/cst-tokens.ts';
import type { Json } from '../../syntax/json-value.ts';
import { inlineText, type Opening, openText } from '../style/flow-text.ts';
import { type ReplacedValue, replacedRange, textLike } from '../style/replaced-value.ts';
import { styleOf } from '../style/style.ts';
import type { Splice } from '../tree/edit.ts';
import { indentation, opensLine } from '../tree/lines.ts';
import { isVacant } from '../tree/nodes.ts';
import { refuseCommentLoss } from '../tree/removable-item.ts';
import { collectionToken, itemStart } from '../tree/tokens.ts';
import { fillBrackets, fillLines, isSpread, itemsFor } from './fill.ts';

/** Puts a value where another one, or nothing, is, in brackets. */
export function replaceInFlow(old: ReplacedValue, value: Json): readonly Splice[] {
  const { document, node, slot } = old;
  const style = styleOf(document).flow(itemStart(slot.item));
  const opening = openingAt(old);
  const token = node.kind === 'scalar' || !isVacant(node) ? undefined : collectionToken(node);
  const items = token?.type === 'flow-collection' ? itemsFor(token, value) : undefined;
  if (items && token?.type === 'flow-collection') {
    if (!isSpread(document, token))
      return [fillBrackets(token, items, style, style.json ? opening : undefined)];
    return [fillLines(document, token, items, style, opening?.unit ?? '  ')];
  }
  const range = replacedRange(old);
  refuseCommentLoss(document, range, []);
  const text = textLike(old, value) ?? (opening ? openText(value, style, opening) : inlineText(value, style));
  if (range.start < range.end) return [{ ...range, text }];
  if (lastSolid(slot.item.sep)) return [{ ...range, text: ` ${text}` }];
  const end = itemEnd(slot.item);
  return [{ start: end, end, text: `: ${text}` }];
}

/** How a value opens up into lines where its key has a line of its own. */
function openingAt({ document: { text }, slot }: ReplacedValue): Opening | undefined {
  const start = itemStart(slot.item);
  if (!opensLine(text, start)) return undefined;
  const indent = indentation(text, start);
  const outer = indentation(text, slot.around.offset);
  const isDeeper = indent.startsWith(outer) && indent.length > outer.length;
  return { indent, unit: isDeeper ? indent.slice(outer.length) : '  ' };
}
