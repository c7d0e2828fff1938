import type { Document } from '../syntax/document.ts';
import { isArray, isObject, type Json, property } from '../syntax/json.ts';
import { entry, type Mapping, type Node, type Range, type Sequence } from '../syntax/node.ts';
import { nodeAt, type Path, type Place, parent, step } from '../syntax/place.ts';
import type { CollectionItem } from '../syntax/tokens.ts';
import { addItems, addPairs, type NewPair } from './add.ts';
import type { Source } from './block-text.ts';
import { type Edit, Refusal, type Splice } from './edit.ts';
import { sourceOf } from './insert-block.ts';
import { indentation } from './lines.ts';
import { movedRange, removeItems } from './removal.ts';
import { isFunction, isVacant, replaceValue, type Seat } from './replace.ts';
import { collectionToken, itemOf, itemStart, realItems } from './tokens.ts';

/** The smallest text that says what edits mean, all of them together, or why it cannot be written without damage. */
export function lower(document: Document, edits: readonly Edit[]): readonly Splice[] | Refusal {
  try {
    return new Lowering(document, edits).splices();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

class Lowering {
  readonly #document: Document;
  /** What is new in collections that have something already. */
  readonly #pairs = new Map<Mapping, Map<string, NewPair>>();
  readonly #items = new Map<Sequence, { readonly path: Path; readonly values: Json[] }>();
  /** What takes the place of values, or of nothing. */
  readonly #values = new Map<Node, { readonly path: Path; readonly value: Json }>();
  readonly #removals = new Map<Node, { readonly path: Path; readonly items: Set<CollectionItem> }>();
  readonly #sources = new Map<Json, Source>();
  readonly #moved: Range[] = [];

  constructor(document: Document, edits: readonly Edit[]) {
    this.#document = document;
    for (const edit of edits) this.#add(edit);
  }

  splices(): readonly Splice[] {
    const document = this.#document;
    const sources = this.#sources;
    return [
      ...[...this.#pairs].flatMap(([map, pairs]) => addPairs(document, map, [...pairs.values()], sources)),
      ...[...this.#items].flatMap(([list, { path, values }]) =>
        addItems(document, list, this.#around(path), values, sources),
      ),
      ...[...this.#values].flatMap(([node, { path, value }]) =>
        replaceValue(document, this.#seat(node, path), value, sources),
      ),
      ...[...this.#removals].flatMap(([node, { path, items }]) => this.#remove(node, path, items)),
    ];
  }

  #add(edit: Edit): void {
    if (edit.op === 'remove') {
      this.#take(edit.at.path);
      return;
    }
    if (edit.textOf) this.#move(edit.value, edit.textOf);
    const { path } = edit.at;
    const found = walk(this.#document.root, path);
    const rest = path.slice(found.depth);
    if (rest.length > 0) this.#write(found.node, path.slice(0, found.depth), rest, edit);
    else if (edit.op === 'set') this.#put(found.node, path, edit.value);
    else if (isVacant(found.node)) this.#put(found.node, path, [edit.value]);
    else if (found.node.kind === 'sequence') this.#append(found.node, path, edit.value);
    else throw new Refusal('What stands there is not a list.');
  }

  /** Writes a key that is not there, with the maps that lead to the value. */
  #write(node: Node, path: Path, [key, ...rest]: Path, edit: Exclude<Edit, { op: 'remove' }>): void {
    if (typeof key !== 'string') throw new Refusal('There is no such item.');
    const value = nest(rest, edit.op === 'append' ? [edit.value] : edit.value);
    if (isVacant(node)) {
      this.#put(node, path, nest([key], value));
      return;
    }
    if (node.kind !== 'mapping' || isFunction(node)) throw new Refusal('What stands there is not a map.');
    const pairs = this.#pairs.get(node) ?? new Map<string, NewPair>();
    const earlier = pairs.get(key);
    const after = edit.op === 'set' ? edit.after : undefined;
    pairs.set(key, { key, value: earlier ? merge(earlier.value, value) : value, after });
    this.#pairs.set(node, pairs);
  }

  #put(node: Node, path: Path, value: Json): void {
    const earlier = this.#values.get(node);
    this.#values.set(node, { path, value: earlier ? merge(earlier.value, value) : value });
  }

  #append(list: Sequence, path: Path, value: Json): void {
    const earlier = this.#items.get(list);
    if (earlier) earlier.values.push(value);
    else this.#items.set(list, { path, values: [value] });
  }

  #take(path: Path): void {
    const key = path.at(-1);
    const around = walk(this.#document.root, path.slice(0, -1));
    const item = key === undefined ? undefined : itemOf(around.node, key);
    if (around.depth < path.length - 1 || !item || isFunction(around.node))
      throw new Refusal('It is written in a form that is not edited.');
    const removal = this.#removals.get(around.node) ?? { path: path.slice(0, -1), items: new Set() };
    removal.items.add(item);
    this.#removals.set(around.node, removal);
  }

  /** Has a value written with the text that it has elsewhere. */
  #move(value: Json, from: Place): void {
    const node = nodeAt(from);
    const around = nodeAt(parent(from));
    const key = from.path.at(-1);
    const item = around && key !== undefined ? itemOf(around, key) : undefined;
    const isLine = around?.kind === 'sequence' && collectionToken(around)?.type === 'block-seq';
    const source = node && item && isLine ? sourceOf(this.#document, item, node.range.start) : undefined;
    if (!source || !item) return;
    this.#sources.set(value, source);
    this.#moved.push(movedRange(this.#document, item));
  }

  #remove(node: Node, path: Path, items: ReadonlySet<CollectionItem>): readonly Splice[] {
    const token = node.kind === 'scalar' ? undefined : collectionToken(node);
    if (!token) throw new Refusal('It is written in a form that is not edited.');
    const key = path.at(-1);
    const around = this.#around(path);
    const holder = around && key !== undefined ? itemOf(around, key) : undefined;
    return removeItems(this.#document, token, items, holder, this.#moved);
  }

  #around(path: Path): Node | undefined {
    return nodeAt({ document: this.#document, path: path.slice(0, -1) });
  }

  #seat(node: Node, path: Path): Seat {
    const key = path.at(-1);
    const parentNode = path.length > 0 ? this.#around(path) : undefined;
    const item = parentNode && key !== undefined ? itemOf(parentNode, key) : undefined;
    const around = parentNode && parentNode.kind !== 'scalar' ? collectionToken(parentNode) : undefined;
    if (!item || !around) throw new Refusal('It is written in a form that is not edited.');
    const outer = indentation(this.#document.text, around.offset);
    const inner = indentation(this.#document.text, itemStart(realItems(around)[0] ?? item));
    const unit = inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : '  ';
    return { node, item, around, unit };
  }
}

/** How far a path leads. What an alias or a merge key brings stands elsewhere, and is never edited from here. */
function walk(root: Node, path: Path): { readonly node: Node; readonly depth: number } {
  let node = root;
  for (const [depth, key] of path.entries()) {
    if (node.shared) throw new Refusal('It is repeated there from elsewhere by an alias.');
    const isLast = depth + 1 === path.length;
    const isMerged = node.kind === 'mapping' && typeof key === 'string' && entry(node, key)?.merged === true;
    const next = isMerged && isLast ? undefined : step(node, key);
    if (!next) return { node, depth };
    node = next;
  }
  return { node, depth: path.length };
}

function nest(keys: Path, value: Json): Json {
  return keys.reduceRight<Json>((inner, key) => {
    if (typeof key !== 'string') throw new Refusal('There is no such item.');
    return { [key]: inner };
  }, value);
}

/** Two edits that write into one place that is new. */
function merge(a: Json, b: Json): Json {
  if (isArray(a) && isArray(b)) return [...a, ...b];
  if (!isObject(a) || !isObject(b)) throw new Refusal('Two edits want different values for one place.');
  const merged = Object.entries(b).map(([key, value]) => {
    const earlier = property(a, key);
    return [key, earlier === undefined ? value : merge(earlier, value)] as const;
  });
  return { ...a, ...Object.fromEntries(merged) };
}
