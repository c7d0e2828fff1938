import type { Document } from '../../syntax/document.ts';
import type { Json } from '../../syntax/json-value.ts';
import type { Node, Range } from '../../syntax/node.ts';
import { lineEnd } from '../tree/lines.ts';
import { headerEnd, type Slot } from '../tree/tokens.ts';
import { scalarText } from './scalar-text.ts';

/** A value that another one is to replace, or the lack of one. */
export interface ReplacedValue {
  readonly document: Document;
  readonly node: Node;
  readonly slot: Slot;
}

/**
 * The text of a value with its tag, without the line break that ends a block of text; behind the colon or dash where
 * nothing is written.
 */
export function replacedRange({ document, node, slot }: ReplacedValue): Range {
  const { start, end } = node.range;
  if (start < end) return { start, end: document.text[end - 1] === '\n' ? lineEnd(document.text, end) : end };
  const at = headerEnd(slot.item);
  return { start: at, end: at };
}

/** Text in place of text keeps its quotes. */
export function textLike({ document, node }: ReplacedValue, value: Json): string | undefined {
  if (node.kind !== 'scalar' || typeof value !== 'string' || document.format === 'json') return undefined;
  if (node.style !== 'single' && node.style !== 'double') return undefined;
  return scalarText(value, node.style, true);
}
