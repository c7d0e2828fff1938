import { escapeControlsInLine } from './escape-output.ts';
import type { View } from './view.ts';

const WIDE = String.raw`\u3000-\u30ff\u3400-\u9fff\uff00-\uffef`;
/** What stays with what is before it, and what with what comes after it. */
const CLOSING =
  '[、。，．・：；？！）］｝」』】〉》〕ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)\\]},.:;?!]';
const OPENING = '[（［｛「『【〈《〔(\\[{]';
/** A word, or a character of a script without blanks, and the blanks before it. */
const PIECE = new RegExp(`( *)(${OPENING}*(?:[${WIDE}]|[^ ${WIDE}]+)?${CLOSING}*)`, 'gy');

/**
 * Breaks a sentence between words, and between the characters of Japanese, for a terminal whose first line has `start`
 * columns taken already. The other lines are indented. A word that is too long stands alone. No line is a command to
 * whoever reads a log.
 */
export function wrap(
  text: string,
  { columns, measure }: Pick<View, 'columns' | 'measure'>,
  indent: string,
  start = 0,
): string {
  const lines: string[] = [];
  let line = '';
  for (const [, blanks = '', piece = ''] of text.matchAll(PIECE)) {
    if (piece === '') continue;
    const longer = line === '' ? piece : `${line}${blanks}${piece}`;
    const room = columns - (lines.length === 0 ? start : indent.length);
    if (line === '' || measure(longer) <= room) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = piece;
  }
  return [...lines, line].map(escapeControlsInLine).join(`\n${indent}`);
}
