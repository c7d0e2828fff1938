import { type Sentence, say } from '../../i18n/sentence.ts';
import { isArray } from '../../syntax/json-value.ts';
import type { Iteration, Place } from '../../syntax/place.ts';
import { evaluateText } from '../functions/evaluate.ts';
import { type EvaluationContext, type StackOutput, settled } from '../functions/evaluation-context.ts';
import { parameterValue } from '../functions/parameters.ts';
import { splitText } from '../functions/split.ts';
import { andThen, known, unknown, type Value } from '../value.ts';
import type { Declarations } from './declarations.ts';

/** How often a text is repeated, which is only known once all loops around it have been written out. */
export interface IterationCount {
  iterations: number;
  /** More would be too many. */
  isFull: boolean;
  /** Not all names that it is repeated for are known. */
  isPartial: boolean;
}

/** One turn of a loop, or of a loop in loops. */
export class LoopIteration implements Iteration {
  readonly names: ReadonlyMap<string, string>;
  readonly unsure?: Sentence;
  readonly #count: IterationCount;
  /** The iteration of what was written out before. */
  readonly #outside: Iteration | undefined;

  constructor(
    names: ReadonlyMap<string, string>,
    unsure: Sentence | undefined,
    count: IterationCount,
    outside: Iteration | undefined,
  ) {
    this.names = names;
    if (unsure !== undefined) this.unsure = unsure;
    this.#count = count;
    this.#outside = outside;
    count.iterations++;
  }

  get of(): number {
    const { iterations, isFull, isPartial } = this.#count;
    return isFull || isPartial ? Number.POSITIVE_INFINITY : (this.#outside?.of ?? 1) * iterations;
  }
}

/** What a loop is repeated for. Loops are written out before any condition is looked at. */
export function collection(declarations: Declarations, at: Place): Value<readonly string[]> {
  return andThen(evaluateText(new Unconditional(declarations), at, 'concrete'), list => {
    const isList = isArray(list) && list.every(each => typeof each === 'string');
    return isList ? known(list, at) : unknown(say`its collection is not a list of texts`, at);
  });
}

class Unconditional implements EvaluationContext {
  readonly declarations: Declarations;

  constructor(declarations: Declarations) {
    this.declarations = declarations;
  }

  find(at: Place): Value<Place> {
    return settled(at) ?? unknown(say`its collection depends on a condition`, at);
  }

  parameter(name: string, _: unknown, at: Place): Value<string> | undefined {
    const parameter = this.declarations.parameters.get(name);
    return parameter && parameterValue(parameter, at);
  }

  imported(_: string, __: unknown, at: Place): Value<never> {
    return unknown(say`its collection is imported from another stack`, at);
  }

  stackOutput({ output }: StackOutput, mode: unknown, at: Place): Value<never> {
    return this.imported(output, mode, at);
  }

  split(text: string, delimiter: string): readonly string[] | undefined {
    return splitText(text, delimiter, () => undefined);
  }

  output(): undefined {
    return undefined;
  }
}
