import { type CollectionItem, type CollectionToken, contentEnd, itemEnd } from '../../syntax/cst-tokens.ts';
import type { Document } from '../../syntax/document.ts';
import type { Mapping, Node, Scalar, Sequence } from '../../syntax/node.ts';
import { onOneLine } from '../tree/lines.ts';
import { collectionToken, itemStart, itemsOf, realItems } from '../tree/tokens.ts';
import { couldBePlain, kindOf, type Quote, type TextKind } from './scalar-text.ts';

/** Something that was seen of a template's layout, and where. */
export interface Sample<T> {
  readonly at: number;
  readonly is: T;
}

/** How often something is quoted, and how often it is not although it could be. */
export interface Quoting {
  single: number;
  double: number;
  plain: number;
}

/** Goes over a tree once and notes what there is to see of its layout. Samples are in the order of the text. */
export class Survey {
  readonly texts: Readonly<Record<TextKind, Quoting>> = {
    word: { single: 0, double: 0, plain: 0 },
    marked: { single: 0, double: 0, plain: 0 },
  };
  readonly keys: Quoting = { single: 0, double: 0, plain: 0 };
  readonly quotes: Sample<Quote>[] = [];
  /** Whether a function is written as a tag. */
  readonly short: Sample<boolean>[] = [];
  readonly steps: Sample<number>[] = [];
  readonly sequences: Sample<number>[] = [];
  readonly gaps: Sample<number>[] = [];
  /** For collections in brackets on one line: the blanks inside the brackets, and what parts the items. */
  readonly mapPads: Sample<string>[] = [];
  readonly listPads: Sample<string>[] = [];
  readonly commas: Sample<string>[] = [];
  /** In JSON, what stands between a key and its value. */
  readonly colons: Sample<string>[] = [];
  /** For short ones, whether they are on one line at all. */
  readonly shortMaps: Sample<boolean>[] = [];
  readonly shortLists: Sample<boolean>[] = [];
  readonly #text: string;
  readonly #json: boolean;

  constructor(document: Document) {
    this.#text = document.text;
    this.#json = document.format === 'json';
    this.#visit(document.root, undefined);
  }

  /** `column` is that of the map around. */
  #visit(node: Node, column: number | undefined, isBehindTag: boolean = false): void {
    if (node.shared) return;
    if (node.kind === 'scalar') this.#scalar(node, isBehindTag);
    else if (node.kind === 'sequence') this.#sequence(node, column);
    else this.#mapping(node, column, isBehindTag);
  }

  #scalar({ value, style, range }: Scalar, isBehindTag: boolean): void {
    if (typeof value !== 'string') return;
    if (style !== 'block' && !isBehindTag && couldBePlain(value)) this.texts[kindOf(value)][style]++;
    if ((style === 'single' || style === 'double') && /^[\x20-\x7E]*$/.test(value) && !/['"\\]/.test(value))
      this.quotes.push({ at: range.start, is: style });
  }

  #sequence(node: Sequence, column: number | undefined): void {
    const token = collectionToken(node);
    if (token?.type === 'block-seq') this.#blockSequence(token, column);
    if (token?.type === 'flow-collection' && node.items.length > 0) {
      const onLine = this.#brackets(token, this.listPads);
      if (node.items.every(item => item.kind === 'scalar'))
        this.shortLists.push({ at: token.offset, is: onLine });
    }
    for (const item of node.items) this.#visit(item, undefined);
  }

  #blockSequence(token: CollectionToken & { readonly indent: number }, column: number | undefined): void {
    if (column !== undefined && token.indent >= column)
      this.sequences.push({ at: token.offset, is: token.indent - column });
    for (const item of realItems(token)) {
      const dash = itemStart(item);
      const content = contentStart(item);
      if (content !== undefined && onOneLine(this.#text, dash, content))
        this.gaps.push({ at: dash, is: content - dash - 1 });
    }
  }

  #mapping(node: Mapping, column: number | undefined, isBehindTag: boolean): void {
    const token = collectionToken(node);
    const [only, another] = node.entries;
    if (node.tag !== undefined) {
      this.short.push({ at: node.range.start, is: true });
      if (only) this.#visit(only.value, column, true);
      return;
    }
    const isFunction = only !== undefined && !another && /^(?:Ref$|Fn::)/.test(only.key);
    // Behind a tag, and before a function, only the long form can stand.
    if (isFunction && !isBehindTag && only.value.kind !== 'mapping')
      this.short.push({ at: node.range.start, is: false });
    const inner = token?.type === 'block-map' ? token.indent : undefined;
    if (inner !== undefined && column !== undefined && inner > column)
      this.steps.push({ at: token?.offset ?? 0, is: inner - column });
    if (token?.type === 'flow-collection' && only) {
      const onLine = this.#brackets(token, this.mapPads);
      if (!another && isShort(only.value)) this.shortMaps.push({ at: token.offset, is: onLine });
    }
    const items = itemsOf(node);
    for (const [i, { key, value, merged }] of node.entries.entries()) {
      if (merged) continue;
      const item = items[i];
      if (item) this.#key(key, item);
      this.#visit(value, inner);
    }
  }

  #key(name: string, item: CollectionItem): void {
    const { key } = item;
    if (!key) return;
    if (couldBePlain(name)) {
      if (key.type === 'single-quoted-scalar') this.keys.single++;
      else if (key.type === 'double-quoted-scalar') this.keys.double++;
      else this.keys.plain++;
    }
    if (!this.#json) return;
    const { value } = item;
    const between = value && item.sep && this.#text.slice(contentEnd(key), value.offset);
    if (between !== undefined && !between.includes('\n')) this.colons.push({ at: key.offset, is: between });
  }

  /** Notes how a collection in brackets is laid out; answers whether it is on one line. */
  #brackets(token: CollectionToken, pads: Sample<string>[]): boolean {
    const items = realItems(token);
    const [first, second] = items;
    const onLine = onOneLine(this.#text, token.offset, contentEnd(token));
    if (!first || !onLine) return onLine;
    pads.push({ at: token.offset, is: this.#text.slice(token.offset + 1, itemStart(first)) });
    if (second)
      this.commas.push({ at: token.offset, is: this.#text.slice(itemEnd(first), itemStart(second)) });
    return onLine;
  }
}

/** A value, or a list of values, that may share a line with its key. */
export function isShort(node: Node): boolean {
  return (
    node.kind === 'scalar' || (node.kind === 'sequence' && node.items.every(item => item.kind === 'scalar'))
  );
}

/** Where what follows a dash begins: a tag, an anchor or the value itself. */
function contentStart(item: CollectionItem): number | undefined {
  const property = item.start.find(each => each.type === 'tag' || each.type === 'anchor');
  return (property ?? item.value)?.offset;
}
