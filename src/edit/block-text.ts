import { isArray, isObject, type Json, type JsonObject } from '../syntax/json.ts';
import { type Inline, inlineText, taggedText } from './inline.ts';
import { scalarText } from './scalar-text.ts';
import type { Style } from './style.ts';

/** Text of the template that is used for a value as it stands, comments included. */
export interface Source {
  /** Comment lines above it, without indentation. */
  readonly comments: readonly string[];
  /** The lines of the value, with their indentation relative to the first. */
  readonly lines: readonly string[];
}

/** Writes values as lines of YAML in the style of the place, without the indentation of the place itself. */
export class BlockWriter {
  readonly #style: Style;
  readonly #near: number;
  readonly #sources: ReadonlyMap<Json, Source>;
  readonly #inline: Inline;

  /** `near` is the offset of the place; `sources` holds the values that have a text already. */
  constructor(style: Style, near: number, sources: ReadonlyMap<Json, Source>) {
    this.#style = style;
    this.#near = near;
    this.#sources = sources;
    this.#inline = { json: false, quote: style.quote, short: style.short, comma: ', ', colon: ': ' };
  }

  map(value: JsonObject): readonly string[] {
    return Object.entries(value).flatMap(([key, item]) => this.pair(key, item));
  }

  pair(key: string, value: Json): readonly string[] {
    const written = scalarText(key, this.#style.quote);
    const onLine = this.onLine(value);
    if (onLine !== undefined) return [`${written}: ${onLine}`];
    return [`${written}:`, ...this.below(value)];
  }

  /** The lines of a map or list below its key. */
  below(value: Json): readonly string[] {
    if (isArray(value)) return indent(this.sequence(value), this.#style.sequenceStep(this.#near));
    return isObject(value) ? indent(this.map(value), this.#style.step(this.#near)) : [];
  }

  sequence(values: readonly Json[]): readonly string[] {
    return values.flatMap(value => this.item(value, this.#style.dashGap(this.#near)));
  }

  item(value: Json, gap: number): readonly string[] {
    const source = this.#sources.get(value);
    const [first = '', ...rest] = source?.lines ?? this.#lines(value);
    return [...(source?.comments ?? []), `-${' '.repeat(gap)}${first}`, ...indent(rest, gap + 1)];
  }

  /** The text of a value that stays on the line of its key. */
  onLine(value: Json): string | undefined {
    if (isArray(value)) return value.length === 0 ? '[]' : undefined;
    if (!isObject(value)) return scalarText(value, this.#style.quote);
    return Object.keys(value).length === 0 ? '{}' : taggedText(value, this.#inline);
  }

  #lines(value: Json): readonly string[] {
    const onLine = this.onLine(value);
    if (onLine !== undefined) return [onLine];
    if (isArray(value)) return this.sequence(value);
    return isObject(value) ? this.map(value) : [inlineText(value, this.#inline)];
  }
}

/** Empty lines stay empty. */
export function indent(lines: readonly string[], columns: number): readonly string[] {
  const blanks = ' '.repeat(columns);
  return lines.map(line => (line === '' ? line : blanks + line));
}
