import type { Document } from '../../syntax/document.ts';
import { openName } from '../functions/qualified-name.ts';
import { Declarations, type ResourceDeclaration } from '../template/declarations.ts';
import { Budget } from './budget.ts';
import { type Export, exportsOf } from './exports.ts';
import { nestedIn, nestedStacksIn, normalize, Stack } from './stack.ts';

/** More stacks than these in one another, or in all, are an attack and not a system. */
const MOST_LEVELS = 20;
const MOST_STACKS = 10_000;

/** Templates that are given together: what one exports another may import, and one may be nested in another. */
export class TemplateSet {
  /** Every template on its own, unless it is only nested in others; and once for each stack that it is nested in. */
  readonly stacks: readonly Stack[];
  /** Those of the templates. */
  readonly #paths: ReadonlySet<string>;
  readonly #efforts = new Map<Document, Budget>();
  readonly #byKey = new Map<string, Stack>();
  #exports: ReadonlyMap<string, readonly Export[]> | undefined;

  constructor(documents: readonly Document[], supplied: Readonly<Record<string, string>> = {}) {
    const stacks: Stack[] = [];
    const declared = documents.map(document => new Declarations(document, supplied));
    const byPath = new Map(declared.map(each => [normalize(each.document.file), each]));
    this.#paths = new Set(byPath.keys());
    const nested = new Set(
      declared.flatMap(each => nestedIn(each).flatMap(({ path }) => byPath.get(path) ?? [])),
    );
    const grow = (stack: Stack): void => {
      stacks.push(stack);
      this.#byKey.set(stack.key, stack);
      if (stack.lineage().length > MOST_LEVELS) return;
      for (const { id, at, path } of nestedIn(stack.declarations)) {
        const found = byPath.get(path);
        const isCircle = stack.lineage().some(each => each.document === found?.document);
        if (!found || isCircle || stacks.length >= MOST_STACKS) continue;
        const own = new Declarations(found.document);
        const child = new Stack(this, String(stacks.length), own, { stack, at });
        stack.children.set(id, child);
        grow(child);
      }
    };
    const start = (declarations: Declarations): void =>
      grow(new Stack(this, String(stacks.length), declarations, undefined));
    for (const each of declared) if (!nested.has(each)) start(each);
    const reached = new Set(stacks.map(each => each.document));
    for (const each of declared) if (!reached.has(each.document)) start(each);
    this.stacks = stacks;
  }

  effort(document: Document): Budget {
    const budget = this.#efforts.get(document) ?? new Budget();
    this.#efforts.set(document, budget);
    return budget;
  }

  /** The nested stacks that a template declares whose own templates were not given. */
  withoutTemplate(declarations: Declarations): readonly ResourceDeclaration[] {
    const supplied = nestedIn(declarations).filter(({ path }) => this.#paths.has(path));
    const ids = new Set(supplied.map(each => each.id));
    return nestedStacksIn(declarations).filter(({ id }) => !ids.has(id));
  }

  stack(key: string): Stack | undefined {
    return this.#byKey.get(key);
  }

  /** The outputs that are exported under a name, which may have placeholders in it. */
  exported(name: string): readonly Export[] {
    return this.#allExports().get(openName(name)) ?? [];
  }

  exportsAny(): boolean {
    return this.#allExports().size > 0;
  }

  /** While they are looked for there are none: a name that is made of what is imported may go round in a circle. */
  #allExports(): ReadonlyMap<string, readonly Export[]> {
    if (!this.#exports) {
      this.#exports = new Map();
      this.#exports = exportsOf(this.stacks);
    }
    return this.#exports;
  }
}
