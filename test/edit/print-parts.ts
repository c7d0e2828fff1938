import type { Layout, Styled, StyledEntry, StyledItem } from './styled.ts';

/** Items in brackets, on one line or on lines of their own. */
export function brackets(
  open: string,
  close: string,
  items: readonly StyledItem[],
  texts: readonly string[],
  layout: Layout,
  column: number,
): string {
  const { pad, comma } = layout;
  if (texts.length === 0) return open + pad + close;
  const last = layout.trailingComma ? ',' : '';
  if (layout.form !== 'lines') return open + pad + texts.join(comma) + last + pad + close;
  const at = `\n${' '.repeat(column + layout.step)}`;
  const lines = texts.map((text, i) => {
    const isLast = i === texts.length - 1;
    const { above: comments, beside } = items[i]?.notes ?? { above: [], beside: undefined };
    const remark = beside === undefined ? '' : ` #${beside}`;
    const before = comments.map(each => `${at}#${each}`).join('');
    if (layout.commaFirst) return `${before}${at}${i === 0 ? '' : ', '}${text}${remark}`;
    return `${before}${at}${text}${isLast ? last : ','}${remark}`;
  });
  return `${open}${lines.join('')}\n${' '.repeat(column)}${close}`;
}

export function isEmpty(value: Styled): boolean {
  return (
    (value.is === 'map' && value.entries.length === 0) || (value.is === 'list' && value.items.length === 0)
  );
}

export function keyText({ name, key }: StyledEntry): string {
  if (key === 'single') return `'${name}'`;
  return key === 'double' ? JSON.stringify(name) : name;
}

export function flowKey(entry: StyledEntry): string {
  return entry.key === 'explicit' ? `? ${entry.name} ` : keyText(entry);
}

export function above({ notes }: StyledItem, at: string): string {
  return '\n'.repeat(notes.blanks) + notes.above.map(text => `${at}#${text}\n`).join('');
}

export function note({ notes }: StyledItem): string {
  return notes.beside === undefined ? notes.trailing : ` #${notes.beside}${notes.trailing}`;
}

export function below({ notes }: StyledItem, column: number): string {
  if (!notes.below) return '';
  return `${' '.repeat(Math.max(0, column + notes.below.deeper))}#${notes.below.text}\n`;
}
