import type { Effort } from './effort.ts';

/**
 * The choices made while one scenario is looked at. A question that depends on a parameter asks the trail, which
 * settles the parameter for the rest of the scenario; going back over the untried options one by one reaches every
 * scenario that makes a difference to the question, and no other.
 */
export class Trail {
  readonly #choices: Choice[] = [];
  readonly #byName = new Map<string, Choice>();
  readonly #effort: Effort | undefined;
  #steps = 0;

  constructor(effort: Effort | undefined) {
    this.#effort = effort;
  }

  /** How many places were gone through, in all scenarios: what they cost. */
  get steps(): number {
    return this.#steps;
  }

  /** Throws `TooMuchEffort` when it is. */
  walk(steps: number): void {
    this.#steps += steps;
    this.#effort?.spend(steps);
  }

  /** The value that `name` has in this scenario, out of `options`, which must be the same at every call. */
  choose(name: string, options: readonly string[]): string {
    const choice = this.#byName.get(name) ?? this.#add(name, options);
    return choice.options[choice.tried] ?? '';
  }

  /** The value of `name` when this scenario has settled it already. */
  chosen(name: string): string | undefined {
    const choice = this.#byName.get(name);
    return choice?.options[choice.tried];
  }

  /** Goes on to the next scenario; false when all have been. */
  next(): boolean {
    for (;;) {
      const last = this.#choices.at(-1);
      if (!last) return false;
      last.tried++;
      if (last.tried < last.options.length) return true;
      this.#choices.pop();
      this.#byName.delete(last.name);
    }
  }

  #add(name: string, options: readonly string[]): Choice {
    const choice = { name, options, tried: 0 };
    this.#choices.push(choice);
    this.#byName.set(name, choice);
    return choice;
  }
}

interface Choice {
  readonly name: string;
  readonly options: readonly string[];
  tried: number;
}
