/**
 * Places that may be gone through for one template, for all questions together: some hundred times what real ones take.
 */
const MOST_STEPS = 8_000_000;

/** What it takes to judge a template, so that one that is made for it cannot take for ever. */
export class Budget {
  #left = MOST_STEPS;

  /** Throws `BudgetExceeded` once there is nothing left, and from then on. */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new BudgetExceeded();
  }
}

export class BudgetExceeded extends Error {}
