import { child, nodeAt, type Place } from '../syntax/place.ts';
import type { Declarations } from './declarations.ts';
import { type Call, callAt, textAt } from './intrinsic.ts';

/** Who points to whom by logical id, through `Ref`, `Fn::GetAtt`, `Fn::Sub` and `DependsOn`, in any scenario. */
export class References {
  readonly #declarations: Declarations;
  readonly #from = new Map<string, ReadonlySet<string>>();
  readonly #to = new Map<string, Set<string>>();
  readonly #outputs = new Set<string>();

  constructor(declarations: Declarations) {
    this.#declarations = declarations;
    for (const { id, at } of declarations.resources.values()) {
      const names = new Set(dependencies(child(at, 'DependsOn')));
      this.#collect(at, names);
      this.#from.set(id, names);
      for (const name of names) {
        const known = this.#to.get(name);
        if (known) known.add(id);
        else this.#to.set(name, new Set([id]));
      }
    }
    for (const output of declarations.outputs.values()) this.#collect(output, this.#outputs);
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
      open.push(...(this.#from.get(next) ?? []));
    }
    return false;
  }

  #collect(at: Place, names: Set<string>): void {
    const node = nodeAt(at);
    const call = callAt(at);
    if (call) for (const { id } of pointers(call)) names.add(id);
    if (node?.kind === 'sequence') for (const i of node.items.keys()) this.#collect(child(at, i), names);
    if (node?.kind !== 'mapping') return;
    for (const place of this.#declarations.unroll(at, node).places.values()) this.#collect(place, names);
  }
}

function dependencies(at: Place): readonly string[] {
  const node = nodeAt(at);
  const items = node?.kind === 'sequence' ? node.items.map((_, i) => child(at, i)) : [at];
  return items.flatMap(item => textAt(item) ?? []);
}

/** What a function points to by its name: a resource, a parameter, or an attribute of a resource. */
export interface Pointer {
  readonly id: string;
  /** Nothing for what `Ref` gives. */
  readonly attribute: string | undefined;
}

/** The names in a `Ref`, `Fn::GetAtt` or `Fn::Sub`, as far as they are written out. */
export function pointers({ name, items }: Call): readonly Pointer[] {
  switch (name) {
    case 'Ref':
      return [nameAt(items[0])].flatMap(id => (id === undefined ? [] : [{ id, attribute: undefined }]));
    case 'Fn::GetAtt':
      return [pointerOf([nameAt(items[0]), nameAt(items[1])].filter(part => part !== undefined).join('.'))];
    case 'Fn::Sub': {
      const own = items[1] && nodeAt(items[1]);
      const isOwn = (id: string): boolean =>
        own?.kind === 'mapping' && own.entries.some(each => each.key === id);
      const names = [...(textAt(items[0]) ?? '').matchAll(/\$\{([^!}][^}]*)\}/g)].map(
        match => match[1]?.trim() ?? '',
      );
      return names.flatMap(each => (isOwn(each) ? [] : [pointerOf(each)]));
    }
    default:
      return [];
  }
}

/** A name may be a text in which nothing but the identifiers of loops was to be filled in. */
function nameAt(at: Place | undefined): string | undefined {
  const call = at && callAt(at);
  const name = textAt(call?.name === 'Fn::Sub' ? call.argument : at);
  return name?.includes('${') ? undefined : name;
}

/** Reads a name as `Fn::Sub` writes it: `Role`, `Role.Arn`. */
export function pointerOf(name: string): Pointer {
  const dot = name.indexOf('.');
  if (dot < 0) return { id: name, attribute: undefined };
  return { id: name.slice(0, dot), attribute: name.slice(dot + 1) };
}
