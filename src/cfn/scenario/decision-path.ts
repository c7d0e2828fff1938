import type { Budget } from './budget.ts';

/**
 * The choices made while one scenario is looked at. A question that depends on a parameter asks the trail, which
 * settles the parameter for the rest of the scenario; going back over the untried options one by one reaches every
 * scenario that makes a difference to the question, and no other.
 */
export class DecisionPath {
  /** False for one on which nothing is chosen: a question that depends on a choice ends with `DEPENDS`. */
  readonly #mayChoose: boolean;
  readonly #choices: Choice[] = [];
  readonly #byName = new Map<string, Choice>();
  readonly #effort: Budget | undefined;
  #steps = 0;

  constructor(budget: Budget | undefined, mayChoose: boolean = true) {
    this.#effort = budget;
    this.#mayChoose = mayChoose;
  }

  /** How many places were gone through, in all scenarios: what they cost. */
  get steps(): number {
    return this.#steps;
  }

  /** Throws `BudgetExceeded` when it is. */
  walk(steps: number): void {
    this.#steps += steps;
    this.#effort?.spend(steps);
  }

  /** For what tells scenarios apart, whether there is anything to choose or not. */
  depend(): void {
    if (!this.#mayChoose) throw DEPENDS;
  }

  /** The value that `name` has in this scenario, out of `options`, which must be the same at every call. */
  choose(name: string, options: readonly string[]): string {
    this.depend();
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

/** Thrown where nothing may be chosen and an answer depends on a choice. */
export const DEPENDS: Error = new Error('It depends on the scenario.');

interface Choice {
  readonly name: string;
  readonly options: readonly string[];
  tried: number;
}
