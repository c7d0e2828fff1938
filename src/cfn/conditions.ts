import { entry, type Node } from '../syntax/node.ts';
import type { Declarations } from './declarations.ts';
import { type Domains, OTHER, undecidable } from './domain.ts';
import { intrinsic, text } from './intrinsic.ts';
import type { Trail } from './trail.ts';

const EITHER = ['true', 'false'];

/**
 * Decides conditions in the scenario of a trail. Whatever `Fn::Equals` cannot be computed for, such as a text built
 * from a parameter without a value, may turn out either way, so both are scenarios.
 */
export class Conditions {
  readonly #declarations: Declarations;
  readonly #domains: Domains;
  readonly #trail: Trail;
  readonly #open = new Set<string>();

  constructor(declarations: Declarations, domains: Domains, trail: Trail) {
    this.#declarations = declarations;
    this.#domains = domains;
    this.#trail = trail;
  }

  holds(name: string): boolean {
    const definition = this.#declarations.conditions.get(name);
    if (!definition || this.#open.has(name)) return this.#either(`condition ${name}`);
    this.#open.add(name);
    try {
      return this.#decide(definition);
    } finally {
      this.#open.delete(name);
    }
  }

  /** The value that a parameter or pseudo parameter has in this scenario; `OTHER` for one that no condition names. */
  parameter(name: string): string {
    return this.#trail.choose(`parameter ${name}`, this.#domains.of(name));
  }

  #either(name: string): boolean {
    return this.#trail.choose(name, EITHER) === 'true';
  }

  #decide(node: Node): boolean {
    const named =
      node.kind === 'mapping' && node.entries.length === 1
        ? text(entry(node, 'Condition')?.value)
        : undefined;
    if (named !== undefined) return this.holds(named);
    const call = intrinsic(node);
    const items = call?.argument.kind === 'sequence' ? call.argument.items : undefined;
    const first = items?.[0];
    if (!call || !items || !first) return this.#either(undecidable(node));
    switch (call.name) {
      case 'Fn::And':
        return items.every(item => this.#decide(item));
      case 'Fn::Or':
        return items.some(item => this.#decide(item));
      case 'Fn::Not':
        return !this.#decide(first);
      case 'Fn::Equals':
        return this.#equals(node, first, items[1]);
      default:
        return this.#either(undecidable(node));
    }
  }

  #equals(node: Node, left: Node, right: Node | undefined): boolean {
    const a = this.#operand(left);
    const b = right && this.#operand(right);
    if (a === undefined || b === undefined) return this.#either(undecidable(node));
    if (a !== OTHER && b !== OTHER) return a === b;
    const bothAreOther = a === OTHER && b === OTHER;
    return bothAreOther ? this.#either(undecidable(node)) : false;
  }

  /** The text that an operand is in this scenario, or nothing when it cannot be computed. */
  #operand(node: Node): string | undefined {
    const literal = text(node);
    if (literal !== undefined) return literal;
    const call = intrinsic(node);
    if (call?.name === 'Ref') {
      const name = text(call.argument);
      return name === undefined ? undefined : this.parameter(name);
    }
    if (call?.name === 'Fn::FindInMap') return this.#findInMap(call.argument);
    return undefined;
  }

  #findInMap(argument: Node): string | undefined {
    if (argument.kind !== 'sequence') return undefined;
    const keys = argument.items.slice(0, 3).map(item => this.#operand(item));
    const [map, first, second] = keys;
    if (map === undefined || first === undefined || second === undefined || keys.includes(OTHER))
      return undefined;
    return text(this.#declarations.mapping(map, first, second));
  }
}
