import { differ, hasPlaceholder, partsOf, placeholder } from '../functions/placeholder.ts';
import { rebaseNames } from '../functions/qualified-name.ts';
import type { DecisionPath } from './decision-path.ts';
import type { Domains } from './domain.ts';

const EITHER = ['true', 'false'];

/**
 * Whether texts are equal in the scenario of a decision path. Those with placeholders may turn out either way, unless
 * what the placeholders stand for, or what they were found to be equal to before, tells.
 */
export class Equality {
  readonly #domains: Domains;
  readonly #trail: DecisionPath;
  /** That of the stack. */
  readonly #key: string;
  /** One text is not equal to two. */
  readonly #equal = new Map<string, string>();

  constructor(domains: Domains, path: DecisionPath, key: string) {
    this.#domains = domains;
    this.#trail = path;
    this.#key = key;
  }

  holds(a: string, b: string): boolean {
    if (a === b) return true;
    if (!hasPlaceholder(a)) return hasPlaceholder(b) && this.#meets(b, a);
    if (!hasPlaceholder(b)) return this.#meets(a, b);
    if (this.#domains.areApart(a, b) || differ(a, b)) return false;
    return this.#either([a, b]);
  }

  /** Whether a text with placeholders turns out to be `literal`. */
  #meets(marked: string, literal: string): boolean {
    const [before = '', content = '', after = '', more] = partsOf(marked);
    const last = partsOf(marked).at(-1) ?? '';
    if (!literal.startsWith(before) || !literal.endsWith(last)) return false;
    if (literal.length < before.length + last.length) return false;
    const middle = literal.slice(before.length, literal.length - after.length);
    if (more === undefined && this.#domains.excludes(placeholder(content), middle)) return false;
    const found = this.#equal.get(marked);
    if (found !== undefined) return found === literal;
    const answer = this.#either([marked, literal]);
    if (answer) this.#equal.set(marked, literal);
    return answer;
  }

  /** One question for all stacks: their placeholders are told apart by whose they are. */
  #either(texts: readonly string[]): boolean {
    const all = texts.map(each => rebaseNames(each, this.#key, ''));
    return this.#trail.choose(all.sort().join(' = '), EITHER) === 'true';
  }
}
