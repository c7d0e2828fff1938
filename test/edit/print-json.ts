import type { Styled, StyledFile } from './styled.ts';

/** A file as JSON: minified, or over lines, with short values on one line where their layout says so. */
export function printJson({ root, json }: StyledFile): string {
  const { unit, colon, minified } = json;
  const write = (value: Styled, indent: string): string => {
    switch (value.is) {
      case 'scalar':
        return /^(?:-?(?:0|[1-9]\d*)|true|false|null)$/.test(value.source)
          ? value.source
          : JSON.stringify(value.source);
      case 'folded':
      case 'literal':
        return JSON.stringify(value.lines.join('\n'));
      case 'tagged':
        return write(value.of, indent);
      case 'alias':
        return 'null';
      case 'map': {
        const { form } = value.layout;
        const pairs = value.entries.map(
          each => JSON.stringify(each.name) + (minified ? ':' : colon) + write(each.value, indent + unit),
        );
        return brackets('{', '}', pairs, indent, form === 'inline' ? value.layout.pad : undefined);
      }
      case 'list': {
        const { form } = value.layout;
        const items = value.items.map(each => write(each.value, indent + unit));
        return brackets('[', ']', items, indent, form === 'inline' ? value.layout.pad : undefined);
      }
    }
  };
  const brackets = (
    open: string,
    close: string,
    texts: readonly string[],
    indent: string,
    pad: string | undefined,
  ): string => {
    if (texts.length === 0) return open + close;
    if (minified) return open + texts.join(',') + close;
    if (pad !== undefined && !texts.some(text => text.includes('\n')))
      return open + pad + texts.join(', ') + pad + close;
    return `${open}\n${texts.map(text => indent + unit + text).join(',\n')}\n${indent}${close}`;
  };
  return write(root, '');
}
