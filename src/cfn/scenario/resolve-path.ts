import { say } from '../../i18n/sentence.ts';
import { entry, type Mapping, type Node } from '../../syntax/node.ts';
import { child, nodeAt, type Path, type Place } from '../../syntax/place.ts';
import { settled } from '../functions/evaluation-context.ts';
import { intrinsic, text } from '../functions/intrinsic.ts';
import type { Declarations } from '../template/declarations.ts';
import { mayHave, needsUnrolling } from '../template/foreach.ts';
import { misspellings } from '../template/misspelt-keys.ts';
import { absent, andThen, known, unknown, type Value } from '../value.ts';

/** Decides a condition; nothing for one that is not declared or cannot be read. */
export type Decide = (condition: string) => boolean | undefined;

/** Follows keys from places, through the branches of `Fn::If` that count, to where the values stand. */
export class PathResolver {
  readonly #declarations: Declarations;
  readonly #decide: Decide;

  constructor(declarations: Declarations, decide: Decide) {
    this.#declarations = declarations;
    this.#decide = decide;
  }

  find(from: Place, keys: Path): Value<Place> {
    let place = this.#settle(from);
    for (const key of keys)
      place =
        place.is === 'absent' ? absent(child(place.at, key)) : andThen(place, at => this.#step(at, key));
    return place;
  }

  #step(from: Place, key: string | number): Value<Place> {
    const node = nodeAt(from);
    const call = intrinsic(node);
    if (call) return unknown(say`it is computed by \`${call.name}\``, from);
    if (node?.kind === 'mapping' && typeof key === 'string') return this.#entry(from, node, key);
    if (node?.kind === 'sequence' && typeof key === 'number')
      return node.items[key] ? this.#settle(child(from, key)) : absent(child(from, key));
    return unknown(say`it is not written as a map`, from);
  }

  #entry(from: Place, node: Mapping, key: string): Value<Place> {
    const added = this.#declarations.mayHaveKey(from, key);
    if (!needsUnrolling(node, from.iteration)) {
      const written = entry(node, key) ? key : misspellings(this.#declarations).get(node)?.get(key);
      if (written !== undefined) return this.#settle(child(from, written));
      return added === undefined ? absent(child(from, key)) : unknown(added, from);
    }
    const entries = this.#declarations.unroll(from, node);
    const place = entries.places.get(key);
    const hidden = mayHave(entries, key) ?? added;
    if (!place) return hidden === undefined ? absent(child(from, key)) : unknown(hidden, from);
    const unsure = place.iteration === from.iteration ? undefined : place.iteration?.unsure;
    return andThen(known(place, place, unsure), at => this.#settle(at));
  }

  /** Goes through `Fn::If` to the branch that counts. Nothing, `null` and `AWS::NoValue` are absent. */
  #settle(from: Place): Value<Place> {
    let at = from;
    for (;;) {
      const found = settled(at);
      if (found) return found;
      const condition = conditionOf(intrinsic(nodeAt(at))?.argument);
      if (condition === undefined) return unknown(say`its \`Fn::If\` is not complete`, at);
      const answer = this.#decide(condition);
      if (answer === undefined) return unknown(say`the condition \`${condition}\` is not known`, at);
      at = child(at, 'Fn::If', answer ? 1 : 2);
    }
  }
}

function conditionOf(argument: Node | undefined): string | undefined {
  const isComplete = argument?.kind === 'sequence' && argument.items.length === 3;
  return isComplete ? text(argument.items[0]) : undefined;
}
