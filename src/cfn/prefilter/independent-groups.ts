import type { Document } from '../../syntax/document.ts';
import { entry, type Node } from '../../syntax/node.ts';
import { memoize } from '../../util/memoize.ts';
import { intrinsic } from '../functions/intrinsic.ts';
import { mayNestOneAnother, type NestedPaths, nestedPaths } from './nested-paths.ts';
import { mayBeForAnyRole, mayDeclareRole } from './open-policies.ts';
import { mayNameOneAnother, type PhysicalNames, physicalNames } from './physical-names.ts';
import { searchable } from './scan.ts';

/**
 * Templates in groups that cannot have anything to do with one another: none imports what one of another group exports,
 * none is nested in one, and none has a policy for whatever role a deployment names. Judged group by group they are judged
 * as they are together.
 */
export function independentGroups(documents: readonly Document[]): readonly (readonly Document[])[] {
  const groups = new Groups(documents.map(relationsOf));
  const found = new Map<number, Document[]>();
  for (const [i, document] of documents.entries()) {
    const group = found.get(groups.of(i));
    if (group) group.push(document);
    else found.set(groups.of(i), [document]);
  }
  return [...found.values()];
}

class Groups {
  readonly #leaders: number[];

  constructor(relations: readonly Relations[]) {
    this.#leaders = [...relations.keys()];
    const positions = [...relations.keys()];
    for (const [i, others] of mayNestOneAnother(positions, each => relations[each] ?? ALONE))
      for (const other of others) this.#join(i, other);
    for (const [i, others] of mayNameOneAnother(positions, each => (relations[each] ?? ALONE).names))
      for (const other of others) this.#join(i, other);
    const exporting = [...relations.entries()].filter(([, each]) => each.exports.length > 0);
    for (const [i, { imports }] of relations.entries())
      for (const [other, { exports }] of exporting)
        if (
          this.of(i) !== this.of(other) &&
          imports.some(name => exports.some(each => mayBeSame(name, each)))
        )
          this.#join(i, other);
    const declaring = [...relations.entries()].filter(([, each]) => each.mayDeclareRole);
    for (const [i, { mayBeForAnyRole }] of relations.entries())
      if (mayBeForAnyRole) for (const [other] of declaring) this.#join(this.of(i), this.of(other));
  }

  of(index: number): number {
    let at = index;
    for (;;) {
      const next = this.#leaders[at] ?? at;
      if (next === at) return at;
      at = next;
    }
  }

  #join(one: number, other: number): void {
    const [a, b] = [this.of(one), this.of(other)];
    this.#leaders[Math.max(a, b)] = Math.min(a, b);
  }
}

/** What a template may have to do with others. */
interface Relations {
  readonly name: string;
  readonly mayNest: NestedPaths;
  readonly names: PhysicalNames;
  readonly exports: readonly Name[];
  readonly imports: readonly Name[];
  readonly mayBeForAnyRole: boolean;
  readonly mayDeclareRole: boolean;
}

const ALONE = { name: '', mayNest: nestedPaths(''), names: physicalNames('') };

const relationsOf = memoize((document: Document): Relations => {
  const { exports, imports } = new Names(document.root);
  const text = searchable(document.text);
  return {
    name: document.file,
    mayNest: nestedPaths(text),
    names: physicalNames(text),
    exports,
    imports,
    mayBeForAnyRole: mayBeForAnyRole(text),
    mayDeclareRole: mayDeclareRole(text),
  };
});

/** How a name begins and ends; between the two may be anything, unless it is written in full. */
interface Name {
  readonly start: string;
  readonly end: string;
  readonly isWhole: boolean;
}

const ANYTHING: Name = { start: '', end: '', isWhole: false };

/** The names that anything in a tree exports, or imports. */
class Names {
  readonly exports: Name[] = [];
  readonly imports: Name[] = [];
  /** Aliases lead to one node from many places. */
  readonly #seen = new Set<Node>();

  constructor(root: Node) {
    this.#look(root);
  }

  #look(node: Node): void {
    if (node.kind === 'scalar' || this.#seen.has(node)) return;
    this.#seen.add(node);
    if (node.kind === 'sequence') {
      for (const item of node.items) this.#look(item);
      return;
    }
    for (const { key, value } of node.entries) {
      if (key === 'Fn::ImportValue') this.imports.push(nameIn(value));
      const exported = key === 'Export' && value.kind === 'mapping' ? entry(value, 'Name') : undefined;
      if (exported) this.exports.push(nameIn(exported.value));
      this.#look(value);
    }
  }
}

function nameIn(node: Node): Name {
  const call = intrinsic(node);
  if (call?.name === 'Fn::Join') return joined(call.argument);
  const text = call?.name === 'Fn::Sub' ? firstOf(call.argument) : node;
  if (text.kind !== 'scalar') return ANYTHING;
  const parts = (text.written ?? String(text.value)).split(/[$&]\{[^}]*\}/);
  return { start: parts[0] ?? '', end: parts.at(-1) ?? '', isWhole: parts.length === 1 };
}

function joined(argument: Node): Name {
  const [delimiter, list] = argument.kind === 'sequence' ? argument.items : [];
  if (delimiter?.kind !== 'scalar' || list?.kind !== 'sequence') return ANYTHING;
  const between = { start: String(delimiter.value), end: String(delimiter.value), isWhole: true };
  const [first = between, ...others] = list.items.map(nameIn);
  return others.reduce((name, each) => followedBy(followedBy(name, between), each), first);
}

function followedBy(a: Name, b: Name): Name {
  return {
    start: a.isWhole ? a.start + b.start : a.start,
    end: b.isWhole ? a.end + b.end : b.end,
    isWhole: a.isWhole && b.isWhole,
  };
}

function firstOf(node: Node): Node {
  return node.kind === 'sequence' ? (node.items[0] ?? node) : node;
}

function mayBeSame(a: Name, b: Name): boolean {
  if (a.isWhole && b.isWhole) return a.start === b.start;
  const starts = a.start.startsWith(b.start) || b.start.startsWith(a.start);
  return starts && (a.end.endsWith(b.end) || b.end.endsWith(a.end));
}
