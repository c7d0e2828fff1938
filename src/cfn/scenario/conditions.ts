import type { Json } from '../../syntax/json-value.ts';
import type { Place } from '../../syntax/place.ts';
import { every, negate } from '../../util/three-valued.ts';
import { placeholder } from '../functions/placeholder.ts';
import type { Declarations } from '../template/declarations.ts';
import type { Formula, Operand } from '../template/formula.ts';
import type { Value } from '../value.ts';
import type { DecisionPath } from './decision-path.ts';
import type { Domains } from './domain.ts';
import { Equality } from './equality.ts';

/** Whose conditions they are. */
export interface Scope {
  /** That of the stack. */
  readonly key: string;
  /** What the parent stack gives a parameter in this scenario. */
  passed(parameter: string): string | undefined;
  operand(at: Place): Value<Json>;
}

/** Deeper than any template, and shallow enough for the stack. */
const MOST_LEVELS = 300;

/**
 * Decides conditions in the scenario of a decision path. What an `Fn::Equals` compares may not be computable, such as a
 * text built from a parameter without a value; it may turn out either way then, so both are scenarios.
 */
export class Conditions {
  readonly #declarations: Declarations;
  readonly #domains: Domains;
  readonly #trail: DecisionPath;
  readonly #of: Scope;
  readonly #decided = new Map<string, boolean | undefined>();
  readonly #equality: Equality;
  #level = 0;

  constructor(declarations: Declarations, domains: Domains, path: DecisionPath, of: Scope) {
    this.#declarations = declarations;
    this.#domains = domains;
    this.#trail = path;
    this.#of = of;
    this.#equality = new Equality(domains, path, of.key);
  }

  /** Nothing for a condition that is not declared, goes round in a circle, or is not made of conditions. */
  holds(name: string): boolean | undefined {
    if (this.#decided.has(name)) return this.#decided.get(name);
    const formula = this.#declarations.formula(name);
    this.#decided.set(name, undefined);
    const answer = formula && this.#decide(formula);
    this.#decided.set(name, answer);
    return answer;
  }

  /**
   * The value that a parameter or pseudo parameter has in this scenario; a placeholder for one that no condition names.
   */
  parameter(name: string): string {
    return this.#of.passed(name) ?? this.#trail.choose(choiceOf(this.#of.key, name), this.#domains.of(name));
  }

  /** The value that the scenario has settled for it so far. */
  settled(name: string): string | undefined {
    return this.#of.passed(name) ?? this.#trail.chosen(choiceOf(this.#of.key, name));
  }

  /** What it may still be: one value once the scenario has settled it. */
  options(name: string): readonly string[] {
    const settled = this.settled(name);
    return settled === undefined ? this.#domains.of(name) : [settled];
  }

  #decide(formula: Formula): boolean | undefined {
    if (this.#level === MOST_LEVELS) return undefined;
    this.#level++;
    const answer = this.#answer(formula);
    this.#level--;
    return answer;
  }

  #answer(formula: Formula): boolean | undefined {
    switch (formula.is) {
      case 'all':
        return every(this.#answers(formula.of));
      case 'any':
        return negate(every(this.#answers(formula.of.map(each => ({ is: 'not', of: each })))));
      case 'not':
        return negate(this.#decide(formula.of));
      case 'condition':
        return this.holds(formula.name);
      case 'equal':
        return this.#equality.holds(this.#text(formula.left), this.#text(formula.right));
      case 'unreadable':
        return undefined;
    }
  }

  *#answers(formulas: readonly Formula[]): Iterable<boolean | undefined> {
    for (const each of formulas) yield this.#decide(each);
  }

  /** The text that an operand is in this scenario. One that cannot be computed is a placeholder of its own. */
  #text(operand: Operand): string {
    switch (operand.is) {
      case 'literal':
        return operand.text;
      case 'parameter':
        return this.parameter(operand.text);
      case 'computed': {
        const value = this.#of.operand(operand.at);
        const isText = value.is === 'known' && typeof value.value !== 'object';
        return isText ? String(value.value) : placeholder(`?${operand.text}`);
      }
    }
  }
}

/** What the choice of a parameter's value is called. */
function choiceOf(key: string, name: string): string {
  return `parameter ${key} ${name}`;
}
