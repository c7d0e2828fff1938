import type { Node } from '../../syntax/node.ts';
import { child, type Iteration, nodeAt, type Place } from '../../syntax/place.ts';
import { intrinsic, textAt } from '../functions/intrinsic.ts';
import type { Declarations } from './declarations.ts';
import { needsUnrolling } from './foreach.ts';
import { referencesIn } from './reference.ts';

const IMPORTS: ReadonlySet<string> = new Set(['Fn::ImportValue', 'Fn::GetStackOutput']);

/** Who points to whom by logical id, through `Ref`, `Fn::GetAtt`, `Fn::Sub` and `DependsOn`, in any scenario. */
export class ReferenceGraph {
  readonly #declarations: Declarations;
  readonly #from = new Map<string, ReadonlySet<string>>();
  readonly #to = new Map<string, Set<string>>();
  readonly #outputs = new Set<string>();
  /** Where values of other stacks are called for by `Fn::ImportValue` or `Fn::GetStackOutput`. */
  readonly imports: Place[] = [];

  constructor(declarations: Declarations) {
    this.#declarations = declarations;
    for (const { id, at } of declarations.resources.values()) {
      const names = new Set(dependencies(child(at, 'DependsOn')));
      this.#collectAt(at, names);
      this.#from.set(id, names);
      for (const name of names) {
        const known = this.#to.get(name);
        if (known) known.add(id);
        else this.#to.set(name, new Set([id]));
      }
    }
    for (const output of declarations.outputs.values()) this.#collectAt(output, this.#outputs);
  }

  /** The logical ids of the resources that mention `id`. */
  to(id: string): readonly string[] {
    return [...(this.#to.get(id) ?? [])];
  }

  inOutputs(id: string): boolean {
    return this.#outputs.has(id);
  }

  /** Whether `id` needs `other` to exist before it, directly or through others. */
  reaches(id: string, other: string): boolean {
    const seen = new Set<string>();
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === other) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      for (const each of this.#from.get(next) ?? []) open.push(each);
    }
    return false;
  }

  /** The resources that need themselves to exist before them: CloudFormation rejects a circular dependency. */
  circular(): readonly string[] {
    const left = new Map([...this.#from].map(([id, names]) => [id, new Set(names)]));
    const free = [...left.keys()].filter(id => this.#needsNone(id));
    for (let id = free.pop(); id !== undefined; id = free.pop()) {
      left.delete(id);
      for (const user of this.#to.get(id) ?? []) {
        const names = left.get(user);
        names?.delete(id);
        if (names && [...names].every(name => !this.#from.has(name))) free.push(user);
      }
    }
    return [...left.keys()].filter(id =>
      [...(this.#from.get(id) ?? [])].some(each => this.reaches(each, id)),
    );
  }

  #needsNone(id: string): boolean {
    return [...(this.#from.get(id) ?? [])].every(name => !this.#from.has(name));
  }

  #collectAt(at: Place, names: Set<string>): void {
    const node = nodeAt(at);
    if (node) this.#collect(node, { start: at, iteration: at.iteration, keys: undefined }, names);
  }

  #collect(node: Node, route: Route, names: Set<string>): void {
    const { start, iteration } = route;
    for (const { id } of referencesIn(node, iteration)) names.add(id);
    if (IMPORTS.has(intrinsic(node)?.name ?? '')) this.imports.push(placeOf(route));
    if (node.kind === 'sequence')
      for (const [i, item] of node.items.entries())
        this.#collect(item, { start, iteration, keys: { key: i, before: route.keys } }, names);
    if (node.kind !== 'mapping') return;
    if (needsUnrolling(node, iteration)) {
      const { places } = this.#declarations.unroll(placeOf(route), node);
      for (const place of places.values()) this.#collectAt(place, names);
      return;
    }
    for (const { key, value } of node.entries)
      this.#collect(value, { start, iteration, keys: { key, before: route.keys } }, names);
  }
}

/** How a node was come to: a place is only made of it where one is needed, in a loop. */
interface Route {
  readonly start: Place;
  readonly iteration: Iteration | undefined;
  readonly keys: Keys | undefined;
}

interface Keys {
  readonly key: string | number;
  readonly before: Keys | undefined;
}

function placeOf({ start, keys }: Route): Place {
  const path: (string | number)[] = [];
  for (let each = keys; each; each = each.before) path.unshift(each.key);
  return child(start, ...path);
}

function dependencies(at: Place): readonly string[] {
  const node = nodeAt(at);
  const items = node?.kind === 'sequence' ? node.items.map((_, i) => child(at, i)) : [at];
  return items.flatMap(item => textAt(item) ?? []);
}
