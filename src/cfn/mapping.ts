import { isArray, isObject, type Json } from '../syntax/json.ts';
import { entry, type Mapping, type Node, toJson } from '../syntax/node.ts';
import { text } from './intrinsic.ts';

/** The `Mappings` of a template. */
export class Mappings {
  readonly #section: Mapping | undefined;

  constructor(section: Mapping | undefined) {
    this.#section = section;
  }

  /** The rows of a mapping by their first key, each with its values by the second. */
  rows(map: string): ReadonlyMap<string, Mapping> {
    const rows = this.#section && entry(this.#section, map)?.value;
    return new Map(
      rows?.kind === 'mapping'
        ? rows.entries.flatMap(({ key, value }) => (value.kind === 'mapping' ? [[key, value] as const] : []))
        : [],
    );
  }

  value(map: string, first: string, second: string): Json | undefined {
    const rows = this.#section && entry(this.#section, map)?.value;
    const row = rows?.kind === 'mapping' ? entry(rows, first)?.value : undefined;
    const found = row?.kind === 'mapping' ? entry(row, second)?.value : undefined;
    return found && cell(found);
  }

  /** The value that all keys lead to which a lookup may have: nothing where they differ. A missing key is any key. */
  common(map: string, first: string | undefined, second: string | undefined): Json | undefined {
    const all = [...this.rows(map)];
    if (
      all.some(
        ([key, row]) => key.startsWith('Fn::') || row.entries.some(each => each.key.startsWith('Fn::')),
      )
    )
      return undefined;
    const rows = all.filter(([key]) => first === undefined || key === first);
    const values = rows.flatMap(([, row]) =>
      row.entries.filter(({ key }) => second === undefined || key === second).map(each => cell(each.value)),
    );
    const [one, ...others] = values;
    return others.every(other => isSame(one, other)) ? one : undefined;
  }
}

/** A mapping holds text and lists of text. */
function cell(node: Node): Json {
  if (node.kind === 'sequence') return node.items.map(cell);
  return text(node) ?? toJson(node);
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (isArray(a)) return isArray(b) && a.length === b.length && a.every((each, i) => isSame(each, b[i]));
  return !isObject(a) && a === b;
}
