import type { Document } from '../syntax/document.ts';
import { entry, type Mapping, type Node, type Sequence } from '../syntax/node.ts';
import type { CollectionItem } from '../syntax/tokens.ts';
import { onOneLine } from './lines.ts';
import type { Quote } from './scalar-text.ts';
import { collectionToken, itemStart, realItems } from './tokens.ts';

/** How a template is laid out. Where it is of two minds, the nearest example counts. */
export class Style {
  /** The quotes for text that needs some. */
  readonly quote: Quote;
  /** Functions are written as tags: `!Ref`, not `Ref:`. */
  readonly short: boolean;
  readonly #steps: readonly Sample[];
  readonly #sequences: readonly Sample[];
  readonly #gaps: readonly Sample[];

  constructor(survey: Survey) {
    this.quote = survey.single > survey.double ? 'single' : 'double';
    this.short = survey.tags >= survey.functions;
    this.#steps = survey.steps;
    this.#sequences = survey.sequences;
    this.#gaps = survey.gaps;
  }

  /** Columns from a key to the keys of the map below it. */
  step(near: number): number {
    return nearest(this.#steps, near) ?? 2;
  }

  /** Columns from a key to the dashes of the list below it: 0 for lists that are not indented. */
  sequenceStep(near: number): number {
    return nearest(this.#sequences, near) ?? this.step(near);
  }

  /** The blanks between a dash and what follows. */
  dashGap(near: number): number {
    return nearest(this.#gaps, near) ?? 1;
  }
}

interface Sample {
  readonly at: number;
  readonly size: number;
}

const known = new WeakMap<Document, Style>();

export function styleOf(document: Document): Style {
  const found = known.get(document);
  if (found) return found;
  const survey = new Survey(document);
  survey.visit(document.root, undefined);
  const style = new Style(survey);
  known.set(document, style);
  return style;
}

/** The samples are in the order of the text. */
function nearest(samples: readonly Sample[], near: number): number | undefined {
  let low = 0;
  let high = samples.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((samples[middle]?.at ?? 0) < near) low = middle + 1;
    else high = middle;
  }
  const before = samples[low - 1];
  const after = samples[low];
  if (!before || !after) return (before ?? after)?.size;
  return near - before.at <= after.at - near ? before.size : after.size;
}

/** Where what follows a dash begins: a tag, an anchor or the value itself. */
function contentStart(item: CollectionItem): number | undefined {
  const property = item.start.find(each => each.type === 'tag' || each.type === 'anchor');
  return (property ?? item.value)?.offset;
}

/** Goes over a tree once and notes what there is to see of its layout. */
class Survey {
  single = 0;
  double = 0;
  tags = 0;
  functions = 0;
  readonly steps: Sample[] = [];
  readonly sequences: Sample[] = [];
  readonly gaps: Sample[] = [];
  readonly #document: Document;

  constructor(document: Document) {
    this.#document = document;
  }

  /** `column` is that of the map around. */
  visit(node: Node, column: number | undefined): void {
    if (node.shared) return;
    switch (node.kind) {
      case 'scalar':
        if (node.style === 'single') this.single++;
        if (node.style === 'double') this.double++;
        return;
      case 'sequence':
        this.#sequence(node, column);
        return;
      case 'mapping':
        this.#mapping(node, column);
        return;
    }
  }

  #sequence(node: Sequence, column: number | undefined): void {
    const token = collectionToken(node);
    if (token?.type === 'block-seq') {
      if (column !== undefined && token.indent >= column)
        this.sequences.push({ at: token.offset, size: token.indent - column });
      for (const item of realItems(token)) {
        const dash = itemStart(item);
        const content = contentStart(item);
        if (content !== undefined && onOneLine(this.#document.text, dash, content))
          this.gaps.push({ at: dash, size: content - dash - 1 });
      }
    }
    for (const item of node.items) this.visit(item, undefined);
  }

  #mapping(node: Mapping, column: number | undefined): void {
    const own = collectionToken(node);
    const inner = own?.type === 'block-map' ? own.indent : undefined;
    if (node.tag !== undefined) this.tags++;
    else if (entry(node, 'Ref') || node.entries[0]?.key.startsWith('Fn::')) this.functions++;
    if (node.tag === undefined && inner !== undefined && column !== undefined && inner > column)
      this.steps.push({ at: own?.offset ?? 0, size: inner - column });
    for (const { value, merged } of node.entries)
      if (!merged) this.visit(value, node.tag === undefined ? inner : column);
  }
}
