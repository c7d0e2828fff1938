import type { Json } from '../syntax/json.ts';
import { toJson } from '../syntax/node.ts';
import { child, nodeAt, type Place } from '../syntax/place.ts';
import type { Declarations } from './declarations.ts';
import type { Domains } from './domain.ts';
import { type Call, callAt, textAt } from './intrinsic.ts';
import { hasReference, partsOf, reference } from './reference.ts';
import type { Trail } from './trail.ts';
import type { Value } from './value.ts';

const EITHER = ['true', 'false'];

/** Deeper than any template, and shallow enough for the stack. */
const MOST_LEVELS = 300;

/**
 * Decides conditions in the scenario of a trail. What an `Fn::Equals` compares may not be computable, such as a text
 * built from a parameter without a value; it may turn out either way then, so both are scenarios.
 */
export class Conditions {
  readonly #declarations: Declarations;
  readonly #domains: Domains;
  readonly #trail: Trail;
  readonly #operand: (at: Place) => Value<Json>;
  readonly #decided = new Map<string, boolean | undefined>();
  /** What texts that are not fully known were found to be equal to: one text is not equal to two. */
  readonly #equal = new Map<string, string>();
  #level = 0;

  constructor(
    declarations: Declarations,
    domains: Domains,
    trail: Trail,
    operand: (at: Place) => Value<Json>,
  ) {
    this.#declarations = declarations;
    this.#domains = domains;
    this.#trail = trail;
    this.#operand = operand;
  }

  /** Nothing for a condition that is not declared, goes round in a circle, or is not made of conditions. */
  holds(name: string): boolean | undefined {
    if (this.#decided.has(name)) return this.#decided.get(name);
    const at = this.#declarations.conditions.get(name);
    if (!at) return undefined;
    this.#decided.set(name, undefined);
    const answer = this.#decide(at);
    this.#decided.set(name, answer);
    return answer;
  }

  /** The value that a parameter or pseudo parameter has in this scenario; a mark for one that no condition names. */
  parameter(name: string): string {
    return this.#trail.choose(`parameter ${name}`, this.#domains.of(name));
  }

  #decide(at: Place): boolean | undefined {
    if (this.#level === MOST_LEVELS) return undefined;
    this.#level++;
    try {
      const named = this.#nameOf(at);
      if (named !== undefined) return this.holds(named);
      const call = callAt(at);
      return call && this.#apply(call);
    } finally {
      this.#level--;
    }
  }

  #nameOf(at: Place): string | undefined {
    const node = nodeAt(at);
    const isOne = node?.kind === 'mapping' && node.entries.length === 1;
    return isOne ? textAt(child(at, 'Condition')) : undefined;
  }

  #apply({ name, items }: Call): boolean | undefined {
    const [first, second] = items;
    switch (name) {
      case 'Fn::And':
        return this.#all(items, false);
      case 'Fn::Or':
        return negate(this.#all(items, true));
      case 'Fn::Not':
        return first && negate(this.#decide(first));
      case 'Fn::Equals':
        return first && second && this.#equals(this.#text(first), this.#text(second));
      default:
        return undefined;
    }
  }

  /** Whether all hold, or with `negated` none does. What comes after the one that decides is not asked. */
  #all(items: readonly Place[], negated: boolean): boolean | undefined {
    let answer: boolean | undefined = true;
    for (const item of items) {
      const each = negated ? negate(this.#decide(item)) : this.#decide(item);
      if (each === false) return false;
      answer = each === undefined ? undefined : answer;
    }
    return answer;
  }

  /** The text that an operand is in this scenario. One that cannot be computed is a mark of its own. */
  #text(at: Place): string {
    const value = this.#operand(at);
    if (value.is === 'known' && typeof value.value !== 'object') return String(value.value);
    const node = nodeAt(at);
    const names = [...(at.turn?.names ?? [])];
    return reference(`?${JSON.stringify([node ? toJson(node) : null, names])}`);
  }

  #equals(a: string, b: string): boolean {
    if (a === b) return true;
    if (!hasReference(a)) return hasReference(b) && this.#meets(b, a);
    if (!hasReference(b)) return this.#meets(a, b);
    return !this.#domains.areApart(a, b) && this.#either([a, b].sort().join(' = '));
  }

  /** Whether a text with marks turns out to be `literal`. */
  #meets(marked: string, literal: string): boolean {
    const [before = '', mark = '', after = '', more] = partsOf(marked);
    const last = partsOf(marked).at(-1) ?? '';
    if (!literal.startsWith(before) || !literal.endsWith(last)) return false;
    if (literal.length < before.length + last.length) return false;
    const middle = literal.slice(before.length, literal.length - after.length);
    if (more === undefined && this.#domains.excludes(reference(mark), middle)) return false;
    const found = this.#equal.get(marked);
    if (found !== undefined) return found === literal;
    const answer = this.#either(`${marked} = ${literal}`);
    if (answer) this.#equal.set(marked, literal);
    return answer;
  }

  #either(name: string): boolean {
    return this.#trail.choose(name, EITHER) === 'true';
  }
}

function negate(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}
