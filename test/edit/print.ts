import { printJson } from './print-json.ts';
import { above, below, brackets, flowKey, isEmpty, keyText, note } from './print-parts.ts';
import type { Layout, Styled, StyledEntry, StyledFile, StyledItem } from './styled.ts';

/** The text of a file, in exactly the style that it asks for. */
export function print(file: StyledFile): string {
  const body = file.format === 'json' ? printJson(file) : new Printer().root(file.root);
  const text =
    file.format === 'json'
      ? body + (file.tail.startsWith('\n') ? '\n' : '')
      : file.head + body.replace(/\n$/, '') + file.tail;
  return (file.bom ? '\uFEFF' : '') + withBreaks(text, file.eol);
}

function withBreaks(text: string, eol: StyledFile['eol']): string {
  if (eol !== 'mixed') return text.replaceAll('\n', eol);
  let n = 0;
  return text.replaceAll('\n', () => (n++ % 3 === 0 ? '\r\n' : '\n'));
}

class Printer {
  /** Names of anchors that stand above; those of maps can be merged. */
  readonly #anchors: { readonly name: string; readonly isMap: boolean }[] = [];

  root(value: Styled): string {
    if (value.is === 'map' && value.layout.form === 'block') return this.#map(value.entries, value.layout, 0);
    return `${this.#flow(value, 0)}\n`;
  }

  #map(entries: readonly StyledEntry[], layout: Layout, column: number): string {
    return entries.map(each => this.#entry(each, layout, column)).join('');
  }

  #entry(entry: StyledEntry, layout: Layout, column: number): string {
    const at = ' '.repeat(column);
    const merged = entry.merge ? this.#anchors.find(each => each.isMap) : undefined;
    const key = merged ? '<<' : keyText(entry);
    const colon = entry.key === 'spaced' ? ' :' : ':';
    const head = entry.key === 'explicit' && !merged ? `? ${key}\n${at}:` : key + colon;
    const body = merged
      ? ` *${merged.name}${note(entry)}\n`
      : this.#after(entry, layout, column, entry.nextLine);
    return above(entry, at) + at + head + body + below(entry, column);
  }

  #list(items: readonly StyledItem[], layout: Layout, column: number): string {
    return items.map(each => this.#item(each, layout, column)).join('');
  }

  #item(item: StyledItem, layout: Layout, column: number): string {
    const at = ' '.repeat(column);
    // js-yaml 3 loses its way among comments below a dash with nothing behind it.
    const isEmpty = item.value.is === 'scalar' && item.value.source === '';
    const shown: StyledItem = isEmpty ? { ...item, value: { is: 'scalar', source: '~' } } : item;
    return `${above(item, at)}${at}-${this.#afterDash(shown, layout, column)}${below(item, column)}`;
  }

  #afterDash(item: StyledItem, layout: Layout, column: number): string {
    const { value } = item;
    const isBlock =
      (value.is === 'map' || value.is === 'list') && value.layout.form === 'block' && !isEmpty(value);
    const [first] = value.is === 'map' ? value.entries : value.is === 'list' ? value.items : [];
    const isBare = first && first.notes.above.length === 0 && first.notes.blanks === 0;
    if (!isBlock || layout.ownLine || item.anchored || !isBare)
      return this.#after(item, layout, column, false);
    const inner = column + 1 + layout.gap;
    const text =
      value.is === 'map'
        ? this.#map(value.entries, value.layout, inner)
        : this.#list(value.items, value.layout, inner);
    return text.slice(column + 1);
  }

  /** What follows a colon or a dash, to the end of its lines. */
  #after(item: StyledItem, layout: Layout, column: number, nextLine: boolean): string {
    const name = `a${this.#anchors.length}`;
    const isAnchored = item.anchored && item.value.is !== 'alias';
    const properties = isAnchored ? ` &${name}` : '';
    const text = this.#value(item.value, properties, item, layout, column, nextLine);
    if (isAnchored) this.#anchors.push({ name, isMap: item.value.is === 'map' });
    return text;
  }

  #value(
    value: Styled,
    properties: string,
    item: StyledItem,
    layout: Layout,
    column: number,
    nextLine: boolean,
  ): string {
    const inner = column + layout.step;
    if (value.is === 'tagged')
      return this.#value(value.of, `${properties} ${value.tag}`, item, layout, column, nextLine);
    if (value.is === 'literal') {
      const header = ` ${value.header.replace('#', String(layout.step))}`;
      return `${properties}${header}${note(item)}\n${value.lines.map(line => `${line ? ' '.repeat(inner) + line : ''}\n`).join('')}`;
    }
    if (isEmpty(value) || !('layout' in value) || value.layout.form !== 'block') {
      const text = this.#flow(value, inner);
      const gap = text === '' ? '' : nextLine ? `\n${' '.repeat(inner)}` : ' ';
      return `${properties}${gap}${text}${note(item)}\n`;
    }
    if (value.is === 'map')
      return `${properties}${note(item)}\n${this.#map(value.entries, value.layout, inner)}`;
    const deeper = 'name' in item && !value.layout.indented ? column : inner;
    return `${properties}${note(item)}\n${this.#list(value.items, value.layout, deeper)}`;
  }

  #flow(value: Styled, column: number): string {
    switch (value.is) {
      case 'scalar':
        return value.source;
      case 'folded':
        return value.quote + value.lines.join(`\n${' '.repeat(column)}`) + value.quote;
      case 'literal':
        return JSON.stringify(value.lines.join('\n'));
      case 'tagged':
        return `${value.tag} ${this.#flow(value.of, column)}`.trimEnd();
      case 'alias': {
        const anchor = this.#anchors[value.pick % Math.max(1, this.#anchors.length)];
        return anchor ? `*${anchor.name}` : 'none';
      }
      case 'map': {
        const inner = column + value.layout.step;
        const entries = value.entries.map(each =>
          `${flowKey(each)}: ${this.#flow(each.value, inner)}`.trimEnd(),
        );
        return brackets('{', '}', value.entries, entries, value.layout, column);
      }
      case 'list': {
        const inner = column + value.layout.step;
        const items = value.items.map(each => this.#flow(each.value, inner) || '~');
        return brackets('[', ']', value.items, items, value.layout, column);
      }
    }
  }
}
