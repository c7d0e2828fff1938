import { child, nodeAt, type Place } from '../../syntax/place.ts';
import type { Read } from '../functions/find-in-map.ts';
import { callAt } from '../functions/intrinsic.ts';
import { hasPlaceholder, onlyPlaceholder, partsOf } from '../functions/placeholder.ts';
import type { Declarations } from '../template/declarations.ts';
import { referencesIn } from '../template/reference.ts';

/** What the conditions and rules of a template ask of one parameter or pseudo parameter. */
export interface ParameterComparison {
  /** The texts that it is compared with. */
  readonly literals: Set<string>;
  /** The parameters that it is compared with. */
  readonly others: Set<string>;
  /** The rows of mappings that it chooses from, by key: what is in them tells its values apart. */
  readonly rows: ReadonlyMap<string, string>[];
  /** The keys that mappings have for it: with any other value the deploy is rejected. */
  readonly keys: Set<string>[];
  /** Asked for in a way that does not tell which values make a difference. */
  isComplex: boolean;
}

/** Gives the value at a place with placeholders for all parameters. */
export type ReadSymbolic = Read;

export function compare(
  declarations: Declarations,
  symbolic: ReadSymbolic,
): ReadonlyMap<string, ParameterComparison> {
  const comparison = new Comparison(declarations, symbolic);
  for (const at of declarations.conditions.values()) comparison.visit(at);
  comparison.visit({ document: declarations.document, path: ['Rules'] });
  return comparison.of;
}

/** One side of an `Fn::Equals`: text around the placeholders of parameters, or nothing that can be computed. */
type Side = readonly string[] | undefined;

class Comparison {
  readonly of = new Map<string, ParameterComparison>();
  readonly #declarations: Declarations;
  readonly #symbolic: ReadSymbolic;

  constructor(declarations: Declarations, symbolic: ReadSymbolic) {
    this.#declarations = declarations;
    this.#symbolic = symbolic;
  }

  visit(at: Place): void {
    const node = nodeAt(at);
    const call = callAt(at);
    const [first, second] = call?.items ?? [];
    if (call?.name === 'Fn::Equals' && first && second) this.#equals(first, second);
    if (call && MEMBERS.has(call.name) && first && second) this.#members(first, second);
    if (call?.name === 'Fn::FindInMap') this.#findInMap(call.items);
    if (node?.kind === 'sequence') for (const i of node.items.keys()) this.visit(child(at, i));
    if (node?.kind === 'mapping') for (const { key } of node.entries) this.visit(child(at, key));
  }

  #members(left: Place, right: Place): void {
    for (const a of itemsOf(left)) for (const b of itemsOf(right)) this.#equals(a, b);
  }

  #equals(left: Place, right: Place): void {
    const sides = [this.#side(left), this.#side(right)] as const;
    const [a, b] = sides;
    if (a && b && a.length === 1) this.#meets(b, a[0] ?? '');
    else if (a && b && b.length === 1) this.#meets(a, b[0] ?? '');
    else if (a && b && isVariable(a) && isVariable(b)) this.#pair(a[1] ?? '', b[1] ?? '');
    else for (const [i, place] of [left, right].entries()) this.#complex(place, sides[i]);
  }

  /** Text against text with placeholders in it: with one placeholder, what it has to be for the two to be equal. */
  #meets(side: readonly string[], literal: string): void {
    const [before, name, after, more] = side;
    if (before === undefined || name === undefined || after === undefined) return;
    if (more !== undefined) {
      for (const each of side.filter((_, i) => i % 2 === 1)) this.#get(each).isComplex = true;
    } else if (literal.length >= before.length + after.length) {
      const isMet = literal.startsWith(before) && literal.endsWith(after);
      if (isMet) this.#get(name).literals.add(literal.slice(before.length, literal.length - after.length));
    }
  }

  #pair(a: string, b: string): void {
    this.#get(a).others.add(b);
    this.#get(b).others.add(a);
  }

  #complex(at: Place, side: Side): void {
    for (const name of side ? side.filter((_, i) => i % 2 === 1) : this.#mentioned(at))
      this.#get(name).isComplex = true;
  }

  #mentioned(at: Place): readonly string[] {
    const node = nodeAt(at);
    const call = callAt(at);
    if (call?.name === 'Fn::FindInMap')
      return call.items
        .slice(1)
        .filter(item => onlyPlaceholder(this.#key(item) ?? '') === undefined)
        .flatMap(item => this.#mentioned(item));
    const own = referencesIn(node, at.iteration).map(each => each.id);
    if (node?.kind === 'sequence')
      return [...own, ...node.items.flatMap((_, i) => this.#mentioned(child(at, i)))];
    if (node?.kind !== 'mapping') return own;
    return [...own, ...node.entries.flatMap(({ key }) => this.#mentioned(child(at, key)))];
  }

  /** The parts of a text: what is not a placeholder at even indices, names at odd ones. */
  #side(at: Place): Side {
    const value = this.#symbolic(at);
    return value.is === 'known' && typeof value.value !== 'object' ? partsOf(String(value.value)) : undefined;
  }

  #findInMap([map, first, second, fallback]: readonly Place[]): void {
    const [name, ...keys] = [map, first, second].map(at => this.#key(at));
    if (name === undefined || hasPlaceholder(name) || keys.includes(undefined)) return;
    const written = keys.map(key => (hasPlaceholder(key ?? '') ? undefined : key));
    const kinds = this.#declarations.mappings.kinds(name, written);
    for (const [i, key] of keys.entries()) {
      const parameter = onlyPlaceholder(key ?? '');
      const own = kinds?.[i];
      if (parameter === undefined || !own) continue;
      const compared = this.#get(parameter);
      compared.rows.push(own);
      if (!fallback) compared.keys.push(new Set(own.keys()));
    }
  }

  #key(at: Place | undefined): string | undefined {
    const value = at && this.#symbolic(at);
    return value?.is === 'known' && typeof value.value !== 'object' ? String(value.value) : undefined;
  }

  #get(name: string): ParameterComparison {
    const known = this.of.get(name);
    if (known) return known;
    const fresh: ParameterComparison = {
      literals: new Set(),
      others: new Set(),
      rows: [],
      keys: [],
      isComplex: false,
    };
    this.of.set(name, fresh);
    return fresh;
  }
}

const MEMBERS: ReadonlySet<string> = new Set(['Fn::Contains', 'Fn::EachMemberEquals', 'Fn::EachMemberIn']);

function itemsOf(at: Place): readonly Place[] {
  const node = nodeAt(at);
  return node?.kind === 'sequence' ? node.items.map((_, i) => child(at, i)) : [at];
}

function isVariable(side: readonly string[]): boolean {
  return side.length === 3 && side[0] === '' && side[2] === '';
}
