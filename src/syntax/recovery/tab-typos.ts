import type { TextTypo } from '../document.ts';

const INDENTATION = /^([ \t]*?)(\t[ \t]*)(?=[^\s])/gm;

/** The tabs in the indentation of lines, each with the blanks up to the next stop; what holds them may be a text. */
export function tabTypos(text: string, width: number): readonly TextTypo[] {
  return [...text.matchAll(INDENTATION)].map(({ index, 1: blanks = '', 2: written = '' }) => ({
    kind: 'tab',
    range: { start: index + blanks.length, end: index + blanks.length + written.length },
    before: '',
    written,
    text: expand(blanks + written, width).slice(blanks.length),
  }));
}

function expand(indentation: string, width: number): string {
  let column = 0;
  for (const character of indentation)
    column = character === '\t' ? column + width - (column % width) : column + 1;
  return ' '.repeat(column);
}
