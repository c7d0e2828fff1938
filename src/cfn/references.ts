import type { Document } from '../syntax/document.ts';
import { entry, type Node } from '../syntax/node.ts';
import { intrinsic, text } from './intrinsic.ts';

/** Who points to whom by logical id, through `Ref`, `Fn::GetAtt`, `Fn::Sub` and `DependsOn`, in any scenario. */
export class References {
  readonly #from = new Map<string, ReadonlySet<string>>();
  readonly #to = new Map<string, Set<string>>();
  readonly #outputs: ReadonlySet<string>;

  constructor(document: Document) {
    const sections = document.root.kind === 'mapping' ? document.root : undefined;
    const resources = sections && entry(sections, 'Resources')?.value;
    for (const { key, value } of resources?.kind === 'mapping' ? resources.entries : []) {
      const names = namesIn(value);
      this.#from.set(key, names);
      for (const name of names) {
        const known = this.#to.get(name);
        if (known) known.add(key);
        else this.#to.set(name, new Set([key]));
      }
    }
    const outputs = sections && entry(sections, 'Outputs')?.value;
    this.#outputs = outputs ? namesIn(outputs) : new Set();
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
}

function namesIn(root: Node): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: Node): void => {
    for (const name of namesOf(node)) names.add(name);
    if (node.kind === 'sequence') node.items.forEach(visit);
    if (node.kind === 'mapping') for (const each of node.entries) visit(each.value);
  };
  visit(root);
  if (root.kind === 'mapping')
    for (const name of dependencies(entry(root, 'DependsOn')?.value)) names.add(name);
  return names;
}

function dependencies(node: Node | undefined): readonly string[] {
  const items = node?.kind === 'sequence' ? node.items : [node];
  return items.flatMap(item => text(item) ?? []);
}

function namesOf(node: Node): readonly string[] {
  const call = intrinsic(node);
  switch (call?.name) {
    case 'Ref':
      return [text(call.argument) ?? ''];
    case 'Fn::GetAtt': {
      const first = call.argument.kind === 'sequence' ? call.argument.items[0] : call.argument;
      return [(text(first) ?? '').replace(/\..*/s, '')];
    }
    case 'Fn::Sub': {
      const pattern = text(call.argument.kind === 'sequence' ? call.argument.items[0] : call.argument) ?? '';
      return [...pattern.matchAll(/\$\{([^!}.][^}.]*)/g)].map(match => match[1] ?? '');
    }
    default:
      return [];
  }
}
