import { say } from '../lang/sentence.ts';
import type { Document } from '../syntax/document.ts';
import type { Json } from '../syntax/json.ts';
import { entry, type Mapping, type Node, type Range, type Sequence } from '../syntax/node.ts';
import { type Path, type Place, step } from '../syntax/place.ts';
import { Sources } from './block-text.ts';
import { changeCollection, type Wanted } from './change.ts';
import { type Edit, Refusal, type Splice } from './edit.ts';
import { moveOf } from './move.ts';
import { merge, nest } from './nest.ts';
import { hasMergeKey, isFunction, isFunctionKey, isVacant } from './nodes.ts';
import { holdsRepeated } from './repeated.ts';
import { replaceValue } from './replace.ts';
import { isInTag, seatOf } from './seat.ts';
import { inOrder } from './splice.ts';
import { itemOf } from './tokens.ts';
import { REPEATED, SHARED, walk } from './walk.ts';

/** The smallest text that says what edits mean, all of them together, or why it cannot be written without damage. */
export function lower(document: Document, edits: readonly Edit[]): readonly Splice[] | Refusal {
  if (document.format === 'yaml' && LONE_RETURN.test(document.text))
    return new Refusal(say`It has line breaks that not every parser takes for such.`);
  try {
    const lowering = new Lowering(document, edits);
    const splices = lowering.splices();
    const told = edits.map(edit => (lowering.isIdle(edit) ? withoutText(edit) : edit));
    return told.every((edit, i) => edit === edits[i]) ? splices : new Lowering(document, told).splices();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Of old Macs: a line break to the standard, and to few parsers. */
const LONE_RETURN = /\r(?!\n)/;

function withoutText(edit: Edit): Edit {
  if (edit.op === 'remove') return edit;
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

  constructor(document: Document, edits: readonly Edit[]) {
    this.#document = document;
    for (const edit of edits) {
      if (edit.op === 'remove') this.#take(edit.at.path);
      else this.#add(edit);
    }
  }

  /** Whether an edit has a text for its value that could not be used. */
  isIdle(edit: Edit): boolean {
    return edit.op !== 'remove' && edit.textOf !== undefined && this.#sources.isIdle(edit.value);
  }

  splices(): readonly Splice[] {
    const document = this.#document;
    const moves = { sources: this.#sources, ranges: this.#moved };
    const replaced = [...this.#values].flatMap(([node, { path, value }]) => {
      if (isInTag(document, path)) throw new Refusal(say`It is an argument of a function.`);
      const seat = seatOf(document, path);
      if (!seat) throw new Refusal(UNEDITABLE);
      return replaceValue({ document, node, seat }, value, this.#sources);
    });
    const changed = [...this.#collections].flatMap(([node, wanted]) =>
      changeCollection(document, node, wanted, moves),
    );
    return inOrder([...replaced, ...changed]);
  }

  #add(edit: Exclude<Edit, { op: 'remove' }>): void {
    const { path } = edit.at;
    if (edit.textOf) this.#move(edit.value, edit.textOf);
    const { node, depth } = walk(this.#document, path, edit.op === 'set' ? 'new' : 'old');
    const rest = path.slice(depth);
    if (rest.length > 0) this.#write(node, path.slice(0, depth), rest, edit);
    else if (edit.op === 'set') this.#put(node, path, edit.value);
    else if (isVacant(node)) this.#put(node, path, [edit.value]);
    else if (node.kind === 'sequence') this.#wanted(node, path).values.push(edit.value);
    else throw new Refusal(say`What stands there is not a list.`);
  }

  /** Writes a key that is not there, with the maps that lead to the value. */
  #write(node: Node, path: Path, [key, ...rest]: Path, edit: Exclude<Edit, { op: 'remove' }>): void {
    if (typeof key !== 'string') throw new Refusal(say`There is no such item.`);
    const value = nest(rest, edit.op === 'append' ? [edit.value] : edit.value);
    if (isVacant(node)) {
      this.#put(node, path, nest([key], value));
      return;
    }
    if (node.kind !== 'mapping') throw new Refusal(say`What stands there is not a map.`);
    if (isFunction(node))
      throw new Refusal(say`What stands there is a function, which takes the whole value.`);
    const { pairs } = this.#wanted(node, path);
    const earlier = pairs.get(key);
    const after = edit.op === 'set' ? edit.after : undefined;
    pairs.set(key, { value: earlier ? merge(earlier.value, value) : value, after });
  }

  #put(node: Node, path: Path, value: Json): void {
    const earlier = this.#values.get(node);
    this.#values.set(node, { path, value: earlier ? merge(earlier.value, value) : value });
  }

  #take(path: Path): void {
    const key = path.at(-1);
    if (isFunctionKey(path.at(-2))) throw new Refusal(say`It is an argument of a function.`);
    const { node, depth } = walk(this.#document, path.slice(0, -1), 'old');
    const item = key === undefined ? undefined : itemOf(node, key);
    if (key === undefined || depth < path.length - 1 || !step(node, key))
      throw new Refusal(say`There is no such item.`);
    if (isFunction(node)) throw new Refusal(say`It is an argument of a function.`);
    if (node.kind === 'mapping' && typeof key === 'string' && entry(node, key)?.merged)
      throw new Refusal(SHARED);
    if (node.kind === 'scalar' || !item) throw new Refusal(UNEDITABLE);
    if (node.kind === 'mapping' && hasMergeKey(node))
      throw new Refusal(say`The merge key beside it may bring it back.`);
    if (holdsRepeated(this.#document, step(node, key)?.origin)) throw new Refusal(REPEATED);
    this.#wanted(node, path.slice(0, -1)).removed.add(item);
  }

  #wanted(node: Mapping | Sequence, path: Path): Wanted {
    const wanted = this.#collections.get(node) ?? { path, pairs: new Map(), values: [], removed: new Set() };
    this.#collections.set(node, wanted);
    return wanted;
  }

  /** Has a value written with the text that it has elsewhere. */
  #move(value: Json, from: Place): void {
    const move = moveOf(this.#document, value, from);
    if (!move) return;
    this.#sources.add(value, move.source);
    this.#moved.push(move.range);
  }
}

const UNEDITABLE = say`It is written in a form that is not edited.`;
