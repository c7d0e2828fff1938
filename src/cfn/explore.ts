import type { Declarations } from './declarations.ts';
import { Domains } from './domain.ts';
import { evaluateText } from './evaluate.ts';
import { Template } from './template.ts';
import { Trail } from './trail.ts';

/**
 * Past so many scenarios for one question, or so many places gone through, the rest of the answer is unknown. Once so
 * much was in vain for questions that were cut off all the same, others are cut off earlier.
 */
const LIMITS = { scenarios: 256, steps: 300_000 };
const LOW_LIMITS = { scenarios: 32, steps: 20_000 };

/** The conditions that had a part in an answer, as they were. */
export type Scenario = ReadonlyMap<string, boolean>;

export interface Explored<T> {
  readonly answers: readonly { readonly value: T; readonly scenario: Scenario }[];
  /** False when there were more scenarios than are looked at. */
  readonly complete: boolean;
}

/** A document's scenarios, reached by asking: only conditions that the question depends on tell scenarios apart. */
export class Scenarios {
  readonly declarations: Declarations;
  readonly #domains: Domains;
  #vainLooks = 0;
  #vainSteps = 0;

  constructor(declarations: Declarations) {
    this.declarations = declarations;
    this.#domains = new Domains(declarations, at => {
      const template = new Template(declarations, this.#domains, new Trail());
      return evaluateText(template, at, 'shape');
    });
  }

  get #isTired(): boolean {
    return this.#vainLooks > LIMITS.scenarios || this.#vainSteps > LIMITS.steps;
  }

  explore<T>(ask: (template: Template) => T): Explored<T> {
    const answers: { value: T; scenario: Scenario }[] = [];
    const trail = new Trail();
    let looks = 0;
    const limits = this.#isTired ? LOW_LIMITS : LIMITS;
    do {
      if (looks === limits.scenarios || (looks > 0 && trail.steps > limits.steps)) {
        this.#vainLooks += looks;
        this.#vainSteps += trail.steps;
        return { answers, complete: false };
      }
      looks++;
      const template = new Template(this.declarations, this.#domains, trail);
      const value = ask(template);
      if (template.isPossible()) answers.push({ value, scenario: template.scenario });
    } while (trail.next());
    return { answers, complete: true };
  }
}
