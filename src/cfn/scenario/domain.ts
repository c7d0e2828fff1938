import { getOrInsertComputed } from '../../util/memoize.ts';
import { onlyPlaceholder, placeholder } from '../functions/placeholder.ts';
import type { Declarations, Parameter } from '../template/declarations.ts';
import { compare, type ParameterComparison, type ReadSymbolic } from './comparisons.ts';

/** As many allowed values as these are all looked at, where a condition does not tell which make a difference. */
const MOST_VALUES = 24;

/**
 * The values of each parameter and pseudo parameter that conditions can tell apart. A value that no condition names
 * makes the same scenario as every other such value, so one stands for all of them: one that is allowed, or a
 * placeholder.
 */
export class Domains {
  readonly #declarations: Declarations;
  readonly #symbolic: ReadSymbolic;
  /** The pseudo parameters that are known. */
  readonly #environment: ReadonlyMap<string, string>;
  readonly #of = new Map<string, readonly string[]>();
  readonly #groups = new Map<string, readonly string[]>();
  #compared: ReadonlyMap<string, ParameterComparison> | undefined;
  #isComparing = false;

  constructor(declarations: Declarations, symbolic: ReadSymbolic, environment: ReadonlyMap<string, string>) {
    this.#declarations = declarations;
    this.#symbolic = symbolic;
    this.#environment = environment;
  }

  of(name: string): readonly string[] {
    return getOrInsertComputed(this.#of, name, () => this.#find(name));
  }

  /** Whether a placeholder that stands for the values that no condition names is sure not to stand for this one. */
  excludes(content: string, text: string): boolean {
    const group = groupOf(content);
    return group !== undefined && (this.of(group).includes(text) || this.#literals(group).has(text));
  }

  /** Whether two placeholders are of parameters that are compared with each other, so that they tell them apart. */
  areApart(content: string, other: string): boolean {
    const group = groupOf(content);
    return group !== undefined && group === groupOf(other) && content !== other;
  }

  #find(name: string): readonly string[] {
    const parameter = this.#declarations.parameters.get(name);
    const given = parameter?.supplied ?? this.#environment.get(name);
    if (given !== undefined) return [given];
    const likely = [...likelyValues(parameter), ...this.#literals(name)];
    const named = [...new Set(likely)].filter(value => parameter?.allows(value) ?? true);
    const bound = this.#bound(name, parameter);
    if (!bound)
      return [...named, ...this.#oneOfEach(name, this.#keys(name), named), ...this.#placeholders(name)];
    const wanted = named.filter(value => bound.includes(value));
    const isListed = this.#get(name)?.isComplex === true && bound.length <= MOST_VALUES;
    return [
      ...wanted,
      ...(isListed ? bound.filter(each => !wanted.includes(each)) : this.#oneOfEach(name, bound, wanted)),
    ];
  }

  /** All values that it may have. */
  #bound(name: string, parameter: Parameter | undefined): readonly string[] | undefined {
    const bounds = [parameter?.values, ...(this.#get(name)?.keys ?? [])].filter(each => each !== undefined);
    const [first, ...others] = bounds.map(each => [...new Set(each)]);
    const common = first?.filter(value => others.every(other => other.includes(value)));
    return common && common.length > 0 ? common : first;
  }

  /** Of the values that are not named, one for each set of rows that mappings have for them. */
  #oneOfEach(name: string, values: readonly string[], named: readonly string[]): readonly string[] {
    const rows = this.#get(name)?.rows ?? [];
    const kinds = new Map<string, string>();
    for (const value of values) {
      const kind = JSON.stringify(rows.map(each => each.get(value)));
      if (!named.includes(value) && !kinds.has(kind)) kinds.set(kind, value);
    }
    return [...kinds.values()];
  }

  #keys(name: string): readonly string[] {
    return [...new Set((this.#get(name)?.rows ?? []).flatMap(each => [...each.keys()]))];
  }

  /** Parameters that are compared with one another may be equal or not: as many placeholders as it takes to tell. */
  #placeholders(name: string): readonly string[] {
    const group = this.#group(name);
    return group.slice(0, group.indexOf(name) + 1).map((_, i) => placeholder(`${group[0]}#${i}`));
  }

  #literals(name: string): ReadonlySet<string> {
    return new Set(
      this.#group(name).flatMap(each => {
        const literals = [...(this.#get(each)?.literals ?? [])];
        if (each === name) return literals;
        const parameter = this.#declarations.parameters.get(each);
        const own = [parameter?.supplied, parameter?.default].filter(value => value !== undefined);
        return [...literals, ...own, ...(this.#bound(each, parameter) ?? this.#keys(each))];
      }),
    );
  }

  /** The parameter and all that it is compared with, directly or through others, in one order for all of them. */
  #group(name: string): readonly string[] {
    const known = this.#groups.get(name);
    if (known) return known;
    const seen = new Set([name]);
    for (const each of seen) for (const other of this.#get(each)?.others ?? []) seen.add(other);
    const group = [...seen].sort();
    for (const each of group) this.#groups.set(each, group);
    return group;
  }

  #get(name: string): ParameterComparison | undefined {
    if (!this.#compared && !this.#isComparing) this.#compare();
    return this.#compared?.get(name);
  }

  /** Conditions may ask for one another's parameters in a circle; what was found before all are known is forgotten. */
  #compare(): void {
    this.#isComparing = true;
    try {
      this.#compared = compare(this.#declarations, this.#symbolic);
    } finally {
      this.#isComparing = false;
      this.#of.clear();
      this.#groups.clear();
    }
  }
}

/** The first of the parameters that are compared with one another, of which a placeholder is one. */
function groupOf(content: string): string | undefined {
  return /^([^?#]+)#\d+$/.exec(onlyPlaceholder(content) ?? '')?.[1];
}

/** A switch is worth both of its positions, even when no condition asks for it. */
function likelyValues(parameter: Parameter | undefined): readonly string[] {
  if (parameter?.default === undefined) return [];
  const isSwitch = /^(?:true|false)$/i.test(parameter.default);
  return isSwitch
    ? [parameter.default, /^true$/i.test(parameter.default) ? 'false' : 'true']
    : [parameter.default];
}
