import fc from 'fast-check';
import { couldBePlain, scalarText } from '../../src/edit/style/scalar-text.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../src/syntax/json-value.ts';
import { anyDress, anyLayout, anyNotes } from '../edit/arbitrary.ts';
import type { Layout, Styled, StyledEntry, StyledFile, StyledItem } from '../edit/styled.ts';

/** What is drawn for the parts of a template, one after the other, and over again from the start. */
interface Draws {
  readonly layouts: readonly Layout[];
  readonly notes: readonly StyledItem['notes'][];
  readonly keys: readonly StyledEntry['key'][];
  readonly quotes: readonly ('plain' | 'single' | 'double')[];
  readonly areShort: readonly boolean[];
}

const many = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> =>
  fc.array(one, { minLength: 1, maxLength: 40 });

const anyDraws: fc.Arbitrary<Draws> = fc.record({
  layouts: many(anyLayout),
  notes: many(anyNotes),
  keys: many(fc.constantFrom('plain', 'plain', 'plain', 'single', 'double', 'explicit', 'spaced')),
  quotes: many(fc.constantFrom('plain', 'plain', 'single', 'double')),
  areShort: many(fc.boolean()),
});

/** A template that says the same, with a style of its own for each map, list, key, text and function. */
export function anyStyleOf(data: JsonObject): fc.Arbitrary<StyledFile> {
  return fc
    .tuple(anyDress, anyDraws)
    .map(([dress, draws]) => ({ ...dress, root: new Dressing(draws, dress.format === 'json').map(data) }));
}

class Dressing {
  readonly #layouts: Iterator<Layout>;
  readonly #notes: Iterator<StyledItem['notes']>;
  readonly #keys: Iterator<StyledEntry['key']>;
  readonly #quotes: Iterator<'plain' | 'single' | 'double'>;
  readonly #areShort: Iterator<boolean>;
  readonly #isJson: boolean;

  constructor({ layouts, notes, keys, quotes, areShort }: Draws, isJson: boolean) {
    this.#layouts = overAndOver(layouts);
    this.#notes = overAndOver(notes);
    this.#keys = overAndOver(keys);
    this.#quotes = overAndOver(quotes);
    this.#areShort = overAndOver(areShort);
    this.#isJson = isJson;
  }

  map(map: JsonObject): Styled {
    const entries = Object.entries(map).map(([name, value]): StyledEntry => {
      const key = couldBePlain(name) ? this.#keys.next().value : 'double';
      return { name, key, nextLine: false, merge: false, ...this.#item(value) };
    });
    return { is: 'map', layout: this.#layouts.next().value, entries };
  }

  #list(list: readonly Json[]): Styled {
    return { is: 'list', layout: this.#layouts.next().value, items: list.map(each => this.#item(each)) };
  }

  #item(value: Json): StyledItem {
    return { value: this.#value(value), anchored: false, notes: this.#notes.next().value };
  }

  #value(value: Json): Styled {
    if (isArray(value)) return this.#list(value);
    if (isObject(value)) return this.#function(value) ?? this.map(value);
    if (!this.#isJson) return { is: 'scalar', source: this.#scalar(value) };
    return typeof value === 'string'
      ? { is: 'literal', header: '|', lines: [value] }
      : { is: 'scalar', source: String(value) };
  }

  /** A function by its tag, where it has one that its argument can stand behind. */
  #function(map: JsonObject): Styled | undefined {
    const [only, another] = Object.entries(map);
    const tag = only && !another ? tagOf(only[0]) : undefined;
    if (this.#isJson || !only || tag === undefined || !this.#areShort.next().value) return undefined;
    const [, argument] = only;
    if (typeof argument === 'string') return { is: 'scalar', source: `${tag} ${this.#scalar(argument)}` };
    return isArray(argument) ? { is: 'tagged', tag, of: this.#list(argument) } : undefined;
  }

  #scalar(value: string | number | boolean | null): string {
    const style = this.#quotes.next().value;
    return scalarText(value, style === 'single' ? 'single' : 'double', style !== 'plain');
  }
}

function tagOf(name: string): string | undefined {
  if (name === 'Ref') return '!Ref';
  return /^Fn::(?!Transform|ForEach)/.test(name) ? name.replace('Fn::', '!') : undefined;
}

function* overAndOver<T>(values: readonly T[]): Iterator<T, T> {
  for (;;) yield* values;
}
