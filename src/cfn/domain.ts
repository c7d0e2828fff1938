import { type Node, toJson } from '../syntax/node.ts';
import type { Declarations, Parameter } from './declarations.ts';
import { intrinsic, text } from './intrinsic.ts';

/** Stands for every value of a parameter that the template does not name. */
export const OTHER = '\uFDD2other';

/** More values than these are looked at as one, except those that a condition compares with. */
const MOST_VALUES = 24;

/**
 * The values of each parameter and pseudo parameter that conditions can tell apart. A value that no condition names
 * makes the same scenario as every other such value, so all of them are one: `OTHER`.
 */
export class Domains {
  readonly #declarations: Declarations;
  #compared: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(declarations: Declarations) {
    this.#declarations = declarations;
  }

  of(name: string): readonly string[] {
    const compared = [...(this.#literals().get(name) ?? [])];
    const parameter = this.#declarations.parameters.get(name);
    if (parameter?.given !== undefined) return [parameter.given];
    const allowed = parameter?.allowedValues;
    if (!allowed) return [...new Set([...compared, ...likelyValues(parameter)]), OTHER];
    if (allowed.length <= MOST_VALUES) return [...new Set(allowed)];
    const named = compared.filter(value => allowed.includes(value));
    return named.length < allowed.length ? [...named, OTHER] : named;
  }

  #literals(): ReadonlyMap<string, ReadonlySet<string>> {
    this.#compared ??= comparedLiterals(this.#declarations);
    return this.#compared;
  }
}

/** A switch is worth both of its positions, even when no condition asks for it. */
function likelyValues(parameter: Parameter | undefined): readonly string[] {
  if (parameter?.default === undefined) return [];
  const isSwitch = /^(?:true|false)$/i.test(parameter.default);
  return isSwitch
    ? [parameter.default, /^true$/i.test(parameter.default) ? 'false' : 'true']
    : [parameter.default];
}

function comparedLiterals(declarations: Declarations): ReadonlyMap<string, ReadonlySet<string>> {
  const compared = new Map<string, Set<string>>();
  const visit = (node: Node): void => {
    const call = intrinsic(node);
    if (call?.name === 'Fn::Equals' && call.argument.kind === 'sequence') note(call.argument.items);
    if (node.kind === 'sequence') node.items.forEach(visit);
    if (node.kind === 'mapping') for (const each of node.entries) visit(each.value);
  };
  const note = (operands: readonly Node[]): void => {
    const names = operands.map(parameterName).filter(name => name !== undefined);
    const literals = operands.map(text).filter(literal => literal !== undefined);
    for (const name of names) {
      const set = compared.get(name) ?? new Set();
      for (const literal of literals) set.add(literal);
      compared.set(name, set);
    }
  };
  for (const condition of declarations.conditions.values()) visit(condition);
  return compared;
}

function parameterName(node: Node): string | undefined {
  const call = intrinsic(node);
  return call?.name === 'Ref' ? text(call.argument) : undefined;
}

/** The name under which a condition that cannot be computed is settled for a scenario. */
export function undecidable(node: Node): string {
  return `condition ${JSON.stringify(toJson(node))}`;
}
