import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Mapping, Node } from '../../syntax/node.ts';
import { child, type Iteration, nodeAt, type Path, type Place } from '../../syntax/place.ts';
import { memoize } from '../../util/memoize.ts';
import { matches } from '../../util/wildcard.ts';
import { bind, LOOP, textAt } from '../functions/intrinsic.ts';
import type { Value } from '../value.ts';
import { type IterationCount, LoopIteration } from './foreach-iteration.ts';

/** A template has at most 500 resources, once its loops are written out. */
const MOST_ITERATIONS = 500;
const MOST_ENTRIES = 10_000;

/** The keys of a map, with its loops (`Fn::ForEach`) written out. */
export interface Unrolled {
  /** Where the value of each key stands. Several keys may stand in one text: their places differ in their iteration. */
  readonly places: ReadonlyMap<string, Place>;
  /** What may add further keys. */
  readonly unseen: readonly Unseen[];
}

export interface Unseen {
  /** The keys that it may add, with `*` for any text. */
  readonly keys: string;
  readonly why: Sentence;
  /** What every such key stands for, where that is written in the template. */
  readonly value: Node | undefined;
}

/** The names that a loop is repeated for, given where its collection stands. */
export type Collect = (collection: Place) => Value<readonly string[]>;

export function needsUnrolling(mapping: Mapping, iteration: Iteration | undefined): boolean {
  const need = needOf(mapping);
  return need === 'always' || (need === 'in a loop' && iteration !== undefined);
}

type Need = 'always' | 'in a loop' | 'never';

/** A map of thousands of keys is asked for each of them. */
const needOf = memoize(({ entries }: Mapping): Need => {
  if (entries.some(({ key }) => key.startsWith(LOOP) || key === 'Fn::Transform')) return 'always';
  return entries.some(({ key }) => key.includes('{')) ? 'in a loop' : 'never';
});

export function unroll(map: Place, collect: Collect): Unrolled {
  const unrolling = new Unrolling(collect, map.iteration);
  unrolling.map(map);
  return unrolling;
}

/** Why a map may have a key that it does not show. */
export function mayHave({ unseen }: Unrolled, key: string): Sentence | undefined {
  return unseen.find(each => matches(each.keys, key))?.why;
}

/**
 * A path without the loops that it leads through: `Resources`, `Fn::ForEach::X`, 2, `Service${X}` is `Resources`,
 * `Service${X}`.
 */
export function outsideLoops(path: Path): Path {
  return path.filter((key, i) => !isLoop(key) && !(key === 2 && isLoop(path[i - 1])));
}

function isLoop(key: string | number | undefined): boolean {
  return typeof key === 'string' && key.startsWith(LOOP);
}

class Unrolling implements Unrolled {
  readonly places = new Map<string, Place>();
  readonly unseen: Unseen[] = [];
  readonly #collect: Collect;
  readonly #outside: Iteration | undefined;
  readonly #counts = new Map<string, IterationCount>();

  constructor(collect: Collect, outside: Iteration | undefined) {
    this.#collect = collect;
    this.#outside = outside;
  }

  map(at: Place): void {
    for (const key of keysAt(at)) {
      const value = child(at, key);
      if (key.startsWith(LOOP)) this.#loop(key, value);
      else if (key === 'Fn::Transform') this.#hide('*', say`\`Fn::Transform\` may add to it`, undefined);
      else this.places.set(bind(key, at.iteration), value);
    }
  }

  #loop(key: string, at: Place): void {
    const node = nodeAt(at);
    const [identifier, collection, body] = [0, 1, 2].map(i => child(at, i));
    const name = textAt(identifier);
    const isComplete = node?.kind === 'sequence' && node.items.length === 3;
    if (!isComplete || name === undefined || !collection || !body || nodeAt(body)?.kind !== 'mapping') {
      this.#hide('*', say`\`${key}\` is not complete`, undefined);
      return;
    }
    const count = this.#countOf(at);
    const values = count.isFull ? undefined : this.#collect(collection);
    if (values && values.is !== 'known') {
      const why = values.is === 'unknown' ? values.why : say`they are missing`;
      count.isPartial = true;
      this.#hideAll(body, say`the names that \`${key}\` repeats it for are not known: ${why}`);
    } else if (
      !values ||
      count.iterations + values.value.length > MOST_ITERATIONS ||
      this.places.size > MOST_ENTRIES
    ) {
      count.isFull = true;
      this.#hideAll(body, say`\`${key}\` repeats it more than ${MOST_ITERATIONS} times`);
    } else {
      for (const value of values.value) {
        const names = new Map([...(at.iteration?.names ?? []), [name, value]]);
        const iteration = new LoopIteration(
          names,
          at.iteration?.unsure ?? values.unsure,
          count,
          this.#outside,
        );
        this.map({ ...body, iteration });
      }
      if (values.unsure !== undefined) this.#hideAll(body, values.unsure);
    }
  }

  #countOf(loop: Place): IterationCount {
    const key = JSON.stringify(loop.path);
    const count = this.#counts.get(key) ?? { iterations: 0, isFull: false, isPartial: false };
    this.#counts.set(key, count);
    return count;
  }

  #hideAll(body: Place, why: Sentence): void {
    if (nodeAt(body)?.kind !== 'mapping') this.#hide('*', why, undefined);
    for (const key of keysAt(body)) {
      const value = child(body, key);
      if (key.startsWith(LOOP)) this.#hideAll(child(value, 2), why);
      else this.#hide(bind(key, body.iteration).replace(/[$&]\{[^}]*\}/g, '*'), why, nodeAt(value));
    }
  }

  #hide(keys: string, why: Sentence, value: Node | undefined): void {
    this.unseen.push({ keys, why, value });
  }
}

function keysAt(at: Place): readonly string[] {
  const node = nodeAt(at);
  return node?.kind === 'mapping' ? [...new Set(node.entries.map(each => each.key))] : [];
}
