import type { Declarations } from './declarations.ts';
import { Domains } from './domain.ts';
import { evaluateText } from './evaluate.ts';
import { Template } from './template.ts';
import { Trail } from './trail.ts';

/** Past this many scenarios for one question the rest of the answer is unknown. */
export const MOST_SCENARIOS = 256;

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

  constructor(declarations: Declarations) {
    this.declarations = declarations;
    this.#domains = new Domains(declarations, at => {
      const template = new Template(declarations, this.#domains, new Trail());
      return evaluateText(template, at, 'shape');
    });
  }

  explore<T>(ask: (template: Template) => T): Explored<T> {
    const answers: { value: T; scenario: Scenario }[] = [];
    const trail = new Trail();
    let looks = 0;
    do {
      if (looks++ === MOST_SCENARIOS) return { answers, complete: false };
      const template = new Template(this.declarations, this.#domains, trail);
      const value = ask(template);
      if (template.isPossible()) answers.push({ value, scenario: template.scenario });
    } while (trail.next());
    return { answers, complete: true };
  }
}
