import { isArray, isObject, type Json } from '../../syntax/json-value.ts';
import { type Entry, entry, type Mapping, type Node, toJson } from '../../syntax/node.ts';
import { text } from './intrinsic.ts';

/** The `Mappings` of a template. */
export class Mappings {
  readonly #section: Mapping | undefined;

  constructor(section: Mapping | undefined) {
    this.#section = section;
  }

  value(map: string, first: string, second: string): Json | undefined {
    const rows = this.#section && entry(this.#section, map)?.value;
    const row = rows?.kind === 'mapping' ? entry(rows, first)?.value : undefined;
    const found = row?.kind === 'mapping' ? entry(row, second)?.value : undefined;
    return found && cell(found);
  }

  /** The value that all keys lead to which a lookup may have: nothing where they differ. A missing key is any key. */
  common(map: string, first: string | undefined, second: string | undefined): Json | undefined {
    const [one, ...others] = this.#cells(map, [first, second])?.map(each => each.value) ?? [];
    return others.every(other => isSame(one, other)) ? one : undefined;
  }

  /**
   * For the first and for the second key of a lookup: the keys that there are, each with what tells from the others
   * what it leads to. A missing key is any key.
   */
  kinds(
    map: string,
    keys: readonly (string | undefined)[],
  ): readonly ReadonlyMap<string, string>[] | undefined {
    const cells = this.#cells(map, keys);
    return (
      cells &&
      [0, 1].map(i => {
        const kinds = new Map<string, string>();
        for (const { path, value } of cells) {
          const key = path[i] ?? '';
          kinds.set(key, `${kinds.get(key) ?? ''}${JSON.stringify([path[1 - i], value])}`);
        }
        return kinds;
      })
    );
  }

  /** Nothing for a mapping to which an include may add. */
  #cells(
    map: string,
    [first, second]: readonly (string | undefined)[],
  ): readonly { path: readonly string[]; value: Json }[] | undefined {
    const rows = this.#section && entry(this.#section, map)?.value;
    const cells = entriesOf(rows).flatMap(row =>
      entriesOf(row.value).map(each => ({ path: [row.key, each.key], value: cell(each.value) })),
    );
    if (cells.some(({ path }) => path.some(key => key.startsWith('Fn::')))) return undefined;
    return cells.filter(({ path: [one, two] }) => isKey(first, one) && isKey(second, two));
  }
}

function entriesOf(node: Node | undefined): readonly Entry[] {
  return node?.kind === 'mapping' ? node.entries : [];
}

function isKey(wanted: string | undefined, key: string | undefined): boolean {
  return wanted === undefined || wanted === key;
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
