import { say } from '../i18n/sentence.ts';
import type { Document } from '../syntax/document.ts';
import type { Json } from '../syntax/json-value.ts';
import type { Mapping, Node, Range, Sequence } from '../syntax/node.ts';
import { withOrigins } from '../syntax/origins.ts';
import { isPrefix, type Path } from '../syntax/place.ts';
import { type Source, Sources } from './block/block-text.ts';
import { moveOf } from './block/move.ts';
import { arranged, changeCollection, type Wanted } from './change.ts';
import { type Renamed, renameKey, splicesOf } from './rename-key.ts';
import { replaceValue } from './replace-value.ts';
import { inOrder } from './splice.ts';
import { merge, nest } from './tree/created-paths.ts';
import { type Addition, type Edit, Refusal, type Splice } from './tree/edit.ts';
import { IN_FUNCTION, NO_ITEM, UNEDITABLE, walk } from './tree/editable-path.ts';
import { withLineEndings } from './tree/line-endings.ts';
import { hasLoneReturn } from './tree/lines.ts';
import { isFunction, isVacant } from './tree/nodes.ts';
import { keyOrderOf } from './tree/order.ts';
import { removableItemAt } from './tree/removable-item.ts';
import { isInTag, slotOf } from './tree/tokens.ts';

/** The smallest text that says what edits mean, all of them together, or why it cannot be written without damage. */
export function lower(document: Document, edits: readonly Edit[]): readonly Splice[] | Refusal {
  if (document.format === 'yaml' && hasLoneReturn(document))
    return new Refusal(say`It has line breaks that not every parser recognizes.`);
  try {
    const own = withOrigins(document);
    const lowering = new Lowering(own, edits);
    const splices = lowering.splices();
    const told = edits.map(edit => (lowering.isIdle(edit) ? withoutText(edit) : edit));
    return told.every((edit, i) => edit === edits[i]) ? splices : new Lowering(own, told).splices();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function withoutText(edit: Edit): Edit {
  if (!('value' in edit)) return edit;
  const { textOf, ...rest } = edit;
  return rest;
}

class Lowering {
  readonly #document: Document;
  /** What changes in collections that have something already. */
  readonly #collections = new Map<Mapping | Sequence, Wanted>();
  /** What takes the place of values, or of nothing. */
  readonly #values = new Map<Node, { readonly path: Path; readonly value: Json }>();
  readonly #sources = new Sources();
  readonly #moved: Range[] = [];
  readonly #texts = new Map<Edit, Source>();
  readonly #renamed: Renamed[] = [];

  constructor(document: Document, edits: readonly Edit[]) {
    this.#document = document;
    const gone = edits.flatMap(each => (each.op === 'remove' ? [each.at.path] : []));
    const isGone = ({ at: { path } }: Edit): boolean =>
      gone.some(each => each.length < path.length && isPrefix(each, path));
    if (edits.some(isGone)) throw new Refusal(say`It would change text that goes away.`);
    for (const edit of edits) {
      if (edit.op === 'remove') this.#take(edit.at.path, edit.leavesComments);
      else if (edit.op === 'rename') this.#renamed.push(renameKey(document, edit.at.path, edit.key));
      else this.#add(edit);
    }
  }

  /** Whether an edit has a text for its value that could not be used. */
  isIdle(edit: Edit): boolean {
    const text = this.#texts.get(edit);
    return text !== undefined && !this.#sources.isUsed(text);
  }

  splices(): readonly Splice[] {
    const document = this.#document;
    const moves = { sources: this.#sources, ranges: this.#moved };
    const order = keyOrderOf(document);
    const arrange = (value: Json): Json => order.arrange(value, each => this.#sources.has(each));
    const replaced = [...this.#values].flatMap(([node, { path, value }]) => {
      if (isInTag(document, path)) throw new Refusal(IN_FUNCTION);
      const slot = slotOf(document, path);
      if (!slot) throw new Refusal(UNEDITABLE);
      return replaceValue({ document, node, slot }, arrange(value), this.#sources);
    });
    const changed = [...this.#collections].flatMap(([node, wanted]) =>
      changeCollection(document, node, arranged(wanted, arrange), moves),
    );
    const renamed = splicesOf(
      this.#renamed,
      (map, key) => this.#collections.get(map)?.pairs.has(key) ?? false,
    );
    return withLineEndings(document, inOrder([...renamed, ...replaced, ...changed]));
  }

  #add(edit: Addition): void {
    const { path } = edit.at;
    this.#move(edit);
    const { node, depth } = walk(this.#document, path, edit.op === 'set' ? 'new' : 'old');
    const rest = path.slice(depth);
    if (rest.length > 0) this.#write(node, path.slice(0, depth), rest, edit);
    else if (edit.op === 'set') this.#put(node, path, edit.value);
    else if (isVacant(node)) this.#put(node, path, [edit.value]);
    else if (node.kind === 'sequence') this.#wanted(node, path).values.push(edit.value);
    else throw new Refusal(say`The value there is not a list.`);
  }

  /** Writes a key that is not there, with the maps that lead to the value. */
  #write(node: Node, path: Path, [key, ...rest]: Path, edit: Addition): void {
    if (typeof key !== 'string') throw new Refusal(NO_ITEM);
    const value = nest(rest, edit.op === 'append' ? [edit.value] : edit.value);
    if (isVacant(node)) {
      this.#put(node, path, nest([key], value));
      return;
    }
    if (node.kind !== 'mapping') throw new Refusal(say`The value there is not a map.`);
    if (isFunction(node)) throw new Refusal(say`The value there is an intrinsic function.`);
    const { pairs } = this.#wanted(node, path);
    const earlier = pairs.get(key);
    const after = edit.op === 'set' ? edit.after : undefined;
    const source = earlier || rest.length > 0 || edit.op === 'append' ? undefined : this.#texts.get(edit);
    pairs.set(key, { value: earlier ? merge(earlier.value, value) : value, source, after });
  }

  #put(node: Node, path: Path, value: Json): void {
    const earlier = this.#values.get(node);
    this.#values.set(node, { path, value: earlier ? merge(earlier.value, value) : value });
  }

  #take(path: Path, leavesComments = false): void {
    const { item, from } = removableItemAt(this.#document, path);
    const { removed, commented } = this.#wanted(from, path.slice(0, -1));
    removed.add(item);
    if (leavesComments) commented.add(item);
  }

  #wanted(node: Mapping | Sequence, path: Path): Wanted {
    const wanted = this.#collections.get(node) ?? {
      path,
      pairs: new Map(),
      values: [],
      removed: new Set(),
      commented: new Set(),
    };
    this.#collections.set(node, wanted);
    return wanted;
  }

  /** Has a value written with the text that it has elsewhere. */
  #move(edit: Addition): void {
    const move = edit.textOf && moveOf(this.#document, edit.value, edit.textOf.path);
    const isBelowKey = move?.source.head !== undefined;
    if (!move || (isBelowKey && edit.op === 'append')) return;
    this.#texts.set(edit, move.source);
    this.#moved.push(move.range);
    if (isBelowKey || edit.op === 'append') this.#sources.add(edit.value, move.source);
  }
}
