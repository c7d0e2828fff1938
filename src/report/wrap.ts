import type { View } from './view.ts';
import { visibleLine } from './visible.ts';

/**
 * Breaks a sentence between words, for a terminal whose first line has `start` columns taken already. The other lines
 * are indented. A word that is too long stands alone. No line is a command to whoever reads a log.
 */
export function wrap(
  text: string,
  { columns, measure }: Pick<View, 'columns' | 'measure'>,
  indent: string,
  start = 0,
): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const room = columns - (lines.length === 0 ? start : indent.length);
    if (line === '' || measure(longer) <= room) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  return [...lines, line].map(visibleLine).join(`\n${indent}`);
}
