import { isArray, isObject, type Json, type JsonObject } from '../../syntax/json-value.ts';
import { type FlowStyle, inlineText, taggedText, WIDEST } from '../style/flow-text.ts';
import { keyText, type TextStyle, valueText } from '../style/scalar-text.ts';
import type { Style } from '../style/style.ts';

/** Text of the template that is used for a value as it stands, comments included. */
export interface Source {
  /** Comment lines above it, without indentation. */
  readonly comments: readonly string[];
  /** The lines of the value, with their indentation relative to the first. */
  readonly lines: readonly string[];
  /** What stands behind the key of an entry whose value is below it: a comment, or nothing. */
  readonly head?: string;
}

/** The list items, and the entries with something below them, that have a text already. */
export class Sources {
  readonly #texts = new Map<Json, Source>();
  readonly #used = new Set<Source>();

  add(value: Json, text: Source): void {
    this.#texts.set(value, text);
  }

  has(value: Json): boolean {
    return this.#texts.has(value);
  }

  /** The text of a list item, or of an entry with something below it, which is then used. */
  take(value: Json): Source | undefined {
    const text = this.#texts.get(value);
    if (text) this.use(text);
    return text;
  }

  use(text: Source): void {
    this.#used.add(text);
  }

  /** Whether there was a use for a text: in brackets there is none. */
  isUsed(text: Source): boolean {
    return this.#used.has(text);
  }
}

/** Writes values as lines of YAML in the style of the place, without the indentation of the place itself. */
export class BlockWriter {
  readonly #style: Style;
  readonly #near: number;
  readonly #sources: Sources;
  readonly #flow: FlowStyle;
  /** Whether something was written with the text that it has already. */
  reusesSource = false;

  /** `near` is the offset of the place; `sources` holds the values that have a text already. */
  constructor(style: Style, near: number, sources: Sources) {
    this.#style = style;
    this.#near = near;
    this.#sources = sources;
    this.#flow = style.flow(near);
  }

  map(value: JsonObject): readonly string[] {
    return Object.entries(value).flatMap(([key, item]) => this.pair(key, item));
  }

  /** `beside` is how the neighbours are quoted; `source` is the text that the value has already. */
  pair(
    key: string,
    value: Json,
    sibling: TextStyle = this.#flow.text,
    source: Source | undefined = this.#sources.take(value),
  ): readonly string[] {
    const written = keyText(key, sibling);
    if (source) {
      this.#sources.use(source);
      const { comments, head, lines } = source;
      return head === undefined
        ? [...comments, ...lines.map(line => `${written}: ${line}`)]
        : [...comments, `${written}:${head}`, ...indent(lines, this.#stepTo(value))];
    }
    const onLine = this.onLine(value, sibling);
    if (onLine !== undefined) return [`${written}: ${onLine}`];
    const call = longCall(value, this.#flow);
    return call
      ? [`${written}: ${call.tag}`, ...this.below(call.items)]
      : [`${written}:`, ...this.below(value)];
  }

  /** The lines of a map or list below its key. */
  below(value: Json): readonly string[] {
    if (isArray(value)) return indent(this.sequence(value), this.#stepTo(value));
    return isObject(value) ? indent(this.map(value), this.#stepTo(value)) : [];
  }

  #stepTo(value: Json): number {
    return isArray(value) ? this.#style.sequenceStep(this.#near) : this.#style.step(this.#near);
  }

  sequence(values: readonly Json[]): readonly string[] {
    return values.flatMap(value => this.item(value));
  }

  item(value: Json, sibling: TextStyle = this.#flow.text): readonly string[] {
    const gap = this.#style.dashGap(this.#near);
    const source = this.#sources.take(value);
    if (source) this.reusesSource = true;
    const [first = '', ...rest] = source?.lines ?? this.lines(value, sibling);
    return [...(source?.comments ?? []), `-${' '.repeat(gap)}${first}`, ...indent(rest, gap + 1)];
  }

  /** The text of a value that stays on the line of its key. */
  onLine(value: Json, sibling: TextStyle = this.#flow.text): string | undefined {
    if (isArray(value)) return value.length === 0 ? '[]' : undefined;
    if (!isObject(value)) return valueText(value, sibling);
    if (Object.keys(value).length === 0) return '{}';
    return longCall(value, this.#flow) ? undefined : taggedText(value, this.#flow);
  }

  /** The lines of a value behind a dash. */
  lines(value: Json, sibling: TextStyle = this.#flow.text): readonly string[] {
    const onLine = this.onLine(value, sibling);
    if (onLine !== undefined) return [onLine];
    if (isArray(value)) return this.sequence(value);
    const call = longCall(value, this.#flow);
    if (call) return [call.tag, ...this.sequence(call.items)];
    return isObject(value) ? this.map(value) : [inlineText(value, this.#flow)];
  }
}

/** A function as a tag whose arguments are too long for a line, and get lines of their own. */
function longCall(
  value: Json,
  style: FlowStyle,
): { readonly tag: string; readonly items: readonly Json[] } | undefined {
  if (!isObject(value)) return undefined;
  const onLine = taggedText(value, style);
  const [items] = Object.values(value);
  const [tag = ''] = onLine?.split(' ') ?? [];
  return onLine !== undefined && onLine.length > WIDEST && isArray(items) ? { tag, items } : undefined;
}

/** Empty lines stay empty. */
export function indent(lines: readonly string[], columns: number): readonly string[] {
  const blanks = ' '.repeat(columns);
  return lines.map(line => (line === '' ? line : blanks + line));
}
