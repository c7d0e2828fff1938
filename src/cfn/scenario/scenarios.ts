import { getOrInsertComputed } from '../../util/memoize.ts';
import { evaluateText } from '../functions/evaluate.ts';
import { Declarations } from '../template/declarations.ts';
import { DEPENDS, DecisionPath } from './decision-path.ts';
import { Domains } from './domain.ts';
import { Template, type Views as TemplateViews } from './scenario-template.ts';
import { Stack } from './stack.ts';

/**
 * Past so many scenarios for one question, or so many places gone through, the rest of the answer is unknown. Once so
 * much was in vain for questions that were cut off all the same, others are cut off earlier.
 */
const LIMITS = { scenarios: 256, steps: 300_000 };
const LOW_LIMITS = { scenarios: 32, steps: 20_000 };

/** As often a question may go on from one stack to another. */
const MOST_CROSSINGS = 40;

/** The conditions that had a part in an answer, as they were. */
export type Scenario = ReadonlyMap<string, boolean>;

export interface Explored<T> {
  readonly answers: readonly ExploredAnswer<T>[];
  /** False when there were more scenarios than are looked at. */
  readonly complete: boolean;
}

export interface ExploredAnswer<T> {
  readonly value: T;
  readonly scenario: Scenario;
  /** Other stacks had a part in it, with scenarios of their own. */
  readonly isShared: boolean;
}

/** A stack's scenarios, reached by asking: only conditions that the question depends on tell scenarios apart. */
export class Scenarios {
  readonly stack: Stack;
  readonly #plain: Views;
  #vainLooks = 0;
  #vainSteps = 0;

  /** Declarations that come without a stack are those of one that has no others beside it. */
  constructor(subject: Stack | Declarations) {
    this.stack = subject instanceof Declarations ? new Stack(undefined, '', subject, undefined) : subject;
    this.#plain = new Views(new DecisionPath(this.stack.effort, false));
  }

  get declarations(): Declarations {
    return this.stack.declarations;
  }

  get #isTired(): boolean {
    return this.#vainLooks > LIMITS.scenarios || this.#vainSteps > LIMITS.steps;
  }

  /**
   * Most questions depend on no condition, and those are all asked of the same views, which remember a lot. Throws
   * `BudgetExceeded` when the questions about its template come to that.
   */
  explore<T>(ask: (template: Template) => T): Explored<T> {
    return this.#withoutChoice(ask) ?? this.#inEachScenario(ask);
  }

  /** Nothing when the answer depends on the scenario, or a stack that was ever asked cannot be deployed at all. */
  #withoutChoice<T>(ask: (template: Template) => T): Explored<T> | undefined {
    try {
      const value = ask(this.#plain.of(this.stack));
      if (!this.#plain.arePossible()) return undefined;
      return { answers: [{ value, scenario: new Map(), isShared: false }], complete: true };
    } catch (error) {
      if (error !== DEPENDS) throw error;
      return undefined;
    }
  }

  #inEachScenario<T>(ask: (template: Template) => T): Explored<T> {
    const answers: ExploredAnswer<T>[] = [];
    const path = new DecisionPath(this.stack.effort);
    let looks = 0;
    const limits = this.#isTired ? LOW_LIMITS : LIMITS;
    do {
      if (looks === limits.scenarios || (looks > 0 && path.steps > limits.steps)) {
        this.#vainLooks += looks;
        this.#vainSteps += path.steps;
        return { answers, complete: false };
      }
      looks++;
      const views = new Views(path);
      const template = views.of(this.stack);
      const value = ask(template);
      if (!views.arePossible()) continue;
      answers.push({ value, scenario: template.scenario, isShared: views.areSeveral() });
    } while (path.next());
    return { answers, complete: true };
  }
}

/** The templates of all stacks that a question comes to, in one scenario of them all. */
class Views implements TemplateViews {
  readonly #trail: DecisionPath;
  readonly #views = new Map<Stack, Template>();
  #depth = 0;

  constructor(path: DecisionPath) {
    this.#trail = path;
  }

  of(stack: Stack): Template {
    return getOrInsertComputed(
      this.#views,
      stack,
      () => new Template(stack, domainsOf(stack), this.#trail, this),
    );
  }

  deeper<T>(ask: () => T): T | undefined {
    if (this.#depth === MOST_CROSSINGS) return undefined;
    this.#depth++;
    try {
      return ask();
    } finally {
      this.#depth--;
    }
  }

  areSeveral(): boolean {
    return this.#views.size > 1;
  }

  /** False when no deployment can have what this scenario has settled so far. */
  arePossible(): boolean {
    return [...this.#views.values()].every(view => view.isPossible());
  }
}

function domainsOf(stack: Stack): Domains {
  return stack.domains(
    () =>
      new Domains(
        stack.declarations,
        at => {
          const view: Template = new Views(new DecisionPath(stack.effort)).of(stack);
          return evaluateText(view, at, 'symbolic');
        },
        stack.environment,
      ),
  );
}
