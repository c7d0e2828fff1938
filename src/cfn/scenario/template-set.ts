import type { Document } from '../../syntax/document.ts';
import { getOrInsertComputed } from '../../util/memoize.ts';
import { openName } from '../functions/qualified-name.ts';
import type { Account, StackResources } from '../template/account.ts';
import { Declarations, type ResourceDeclaration } from '../template/declarations.ts';
import { Budget } from './budget.ts';
import { CrossStackMentions } from './cross-stack-mentions.ts';
import { type DeployedStack, type DeployedStacks, withDescribed } from './deployed-stack.ts';
import { type Export, exportsOf } from './exports.ts';
import { type NestedTemplate, NestedTemplates, nestedStacksIn, type ObjectKeys } from './nested-templates.ts';
import { type Nesting, Stack } from './stack.ts';

/** More stacks than these in one another, or in all, are an attack and not a system. */
const MOST_LEVELS = 20;
const MOST_STACKS = 10_000;

/** What is known beside templates of where they are deployed. */
export interface TemplateSetOptions {
  /** Parameter values that the deployment gives, by name. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly deployedStacks?: DeployedStacks;
  readonly objectKeys?: ObjectKeys;
  readonly account?: Account | undefined;
}

/** Templates that are given together: what one exports another may import, and one may be nested in another. */
export class TemplateSet {
  /** Every template on its own, unless it is only nested in others; and once for each stack that it is nested in. */
  readonly stacks: readonly Stack[];
  /** What is deployed already: it answers the others, who come first where both have what is asked for. */
  readonly accountStacks: readonly Stack[];
  /** Whether what is deployed counts as likely where there is a doubt about it, and not as unknown. */
  readonly takesDoubtful: boolean;
  /** Whether anything that was asked for is deployed and in doubt. */
  hasDoubts = false;
  readonly #templates: NestedTemplates;
  readonly #deployed: DeployedStacks;
  readonly #efforts = new Map<Document, Budget>();
  readonly #byKey = new Map<string, Stack>();
  readonly #stackResources: readonly StackResources[];
  readonly #readOnly: ReadonlySet<Document>;
  /** While stacks are found there are no exports. */
  #exports: ReadonlyMap<string, readonly Export[]> | undefined = new Map();
  #mentions: CrossStackMentions | undefined;
  readonly #types = new Map<string, boolean>();

  constructor(
    documents: readonly Document[],
    {
      parameters = {},
      deployedStacks = {},
      objectKeys = {},
      account = NOTHING_READ,
    }: TemplateSetOptions = {},
    takesDoubtful = true,
  ) {
    this.#deployed = Object.fromEntries(
      Object.entries(deployedStacks).map(([file, each]) => [file, withDescribed(each, account.templates)]),
    );
    this.takesDoubtful = takesDoubtful;
    const declared = documents.map(document => new Declarations(document, parameters));
    this.#templates = new NestedTemplates(declared, objectKeys);
    const nested = new Set(
      declared.flatMap(each => this.#templates.in(new Stack(this, '', each, undefined)).flatMap(onlyOf)),
    );
    const starts = declared.filter(each => !nested.has(each)).map(each => this.#start(each));
    const stacks = withoutNested(starts).flatMap(each => each.tree());
    const reached = new Set(stacks.map(each => each.document));
    for (const each of declared) {
      if (reached.has(each.document)) continue;
      const others = this.#start(each).tree();
      stacks.push(...others);
      for (const { document } of others) reached.add(document);
    }
    this.stacks = stacks;
    this.accountStacks = account.templates.map(each =>
      this.#add(new Declarations(each.document, {}, each), undefined),
    );
    this.#stackResources = account.stacks;
    this.#readOnly = new Set(account.templates.map(each => each.document));
    this.#exports = undefined;
  }

  #start(declarations: Declarations): Stack {
    return this.#grow(declarations, undefined);
  }

  #grow(declarations: Declarations, parent: Nesting | undefined): Stack {
    const stack = this.#add(declarations, parent);
    const lineage = stack.lineage();
    if (lineage.length > MOST_LEVELS) return stack;
    for (const { id, at, candidates, unsure } of this.#templates.in(stack)) {
      const [found, another] = candidates;
      if (another)
        stack.ambiguous.set(
          id,
          candidates.map(each => each.document.file),
        );
      const isCircle = lineage.some(each => each.document === found?.document);
      if (!found || another || isCircle || this.#byKey.size >= MOST_STACKS) continue;
      stack.children.set(id, this.#grow(new Declarations(found.document), { stack, at, unsure }));
    }
    return stack;
  }

  #add(declarations: Declarations, parent: Nesting | undefined): Stack {
    const stack = new Stack(this, String(this.#byKey.size), declarations, parent);
    this.#byKey.set(stack.key, stack);
    return stack;
  }

  effort(document: Document): Budget {
    const budget = this.#efforts.get(document) ?? new Budget();
    this.#efforts.set(document, budget);
    return budget;
  }

  /** What is known of the stack that a template is deployed as on its own. */
  deployedAs({ file }: Document): DeployedStack | undefined {
    return Object.hasOwn(this.#deployed, file) ? this.#deployed[file] : undefined;
  }

  /** Whether a document describes what is deployed already, and is no template that was given. */
  isReadOnly(document: Document): boolean {
    return this.#readOnly.has(document);
  }

  /** The nested stacks that a stack declares whose own templates were not given. */
  withoutTemplate(stack: Stack): readonly ResourceDeclaration[] {
    const given = new Set(
      this.#templates.in(stack).flatMap(each => (onlyOf(each).length > 0 ? each.id : [])),
    );
    return nestedStacksIn(stack.declarations).filter(({ id }) => !given.has(id));
  }

  stack(key: string): Stack | undefined {
    return this.#byKey.get(key);
  }

  /**
   * The other stacks that may mention a resource of a stack, since they import it, are given it, or get it from inside:
   * all, or those that have resources of a type.
   */
  mentioning(stack: Stack, id: string, type?: string): readonly Stack[] {
    if (type !== undefined && !this.#hasType(type)) return [];
    this.#mentions ??= new CrossStackMentions(this.stacks);
    return this.#mentions.of(stack, id, type);
  }

  /** Whether any stack has resources of a type: of most types that are asked for there are none. */
  #hasType(type: string): boolean {
    return getOrInsertComputed(this.#types, type, () =>
      this.stacks.some(each => each.declarations.ofType(type).length > 0),
    );
  }

  /** All stacks, the deployed ones last. */
  get all(): readonly Stack[] {
    return [...this.stacks, ...this.accountStacks];
  }

  /** The physical id of a resource of a stack, where the resources of that stack were read from the account. */
  physicalId(stack: Stack, id: string): string | undefined {
    const { resources } = stack.declarations;
    const own = this.#stackResources.filter(each =>
      [...each].every(([name, { type }]) => resources.get(name)?.type === type),
    );
    const ids = new Set(own.flatMap(each => each.get(id)?.physicalId ?? []));
    return ids.size === 1 ? [...ids][0] : undefined;
  }

  /** The outputs that are exported under the name that a stack gives, which may have placeholders in it. */
  exported(name: string, stack: Stack): readonly Export[] {
    const known = stack.withStackName(name);
    const found = this.#allExports().get(openName(known)) ?? [];
    if (found.length > 0 || known === name) return found;
    const open = this.#allExports().get(openName(name)) ?? [];
    return open.filter(each => each.stack.deployed === undefined);
  }

  exportsAny(): boolean {
    return this.#allExports().size > 0;
  }

  /** While they are looked for there are none: a name that is made of what is imported may go round in a circle. */
  #allExports(): ReadonlyMap<string, readonly Export[]> {
    if (!this.#exports) {
      this.#exports = new Map();
      this.#exports = new Map([...exportsOf(this.accountStacks), ...exportsOf(this.stacks)]);
    }
    return this.#exports;
  }
}

const NOTHING_READ: Account = { templates: [], stacks: [], confidential: [] };

function onlyOf({ candidates }: NestedTemplate): readonly Declarations[] {
  return candidates.length === 1 ? candidates : [];
}

/** A template may turn out to be nested only with the parameters that a parent stack gives. */
function withoutNested(roots: readonly Stack[]): readonly Stack[] {
  const nesting = new Map<Document, Stack[]>();
  for (const root of roots)
    for (const { document, parent } of root.tree()) {
      if (!parent) continue;
      const known = nesting.get(document);
      if (known) known.push(root);
      else nesting.set(document, [root]);
    }
  const dropped = new Set<Stack>();
  for (const root of roots)
    if (nesting.get(root.document)?.some(other => !dropped.has(other))) dropped.add(root);
  return roots.filter(each => !dropped.has(each));
}
