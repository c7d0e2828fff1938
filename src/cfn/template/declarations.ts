import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Document } from '../../syntax/document.ts';
import { entry, type Mapping } from '../../syntax/node.ts';
import { child, type Place } from '../../syntax/place.ts';
import { getOrInsertComputed } from '../../util/memoize.ts';
import { Mappings } from '../functions/mappings.ts';
import { type Parameter, readParameters } from '../functions/parameters.ts';
import type { AccountTemplate } from './account.ts';
import { mayHave, needsUnrolling, type Unrolled, unroll } from './foreach.ts';
import { collection } from './foreach-iteration.ts';
import { type Formula, readFormula } from './formula.ts';
import { isTypeName } from './property-names.ts';
import { ReferenceGraph } from './reference-graph.ts';
import { type ResourceDeclaration, readResources, writtenType } from './resource-declaration.ts';
import { macroOf, moduleOf, rewriterOf } from './transform.ts';

export type { Parameter } from '../functions/parameters.ts';
export type { ResourceDeclaration } from './resource-declaration.ts';

/** What a document declares, whatever the scenario: read once, asked often. */
export class Declarations {
  readonly document: Document;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly mappings: Mappings;
  readonly conditions: ReadonlyMap<string, Place>;
  readonly resources: ReadonlyMap<string, ResourceDeclaration>;
  readonly outputs: ReadonlyMap<string, Place>;
  /** Why nothing that is absent here can be taken to stay absent: a macro rewrites the template. */
  readonly macro: Sentence | undefined;
  /** Set for a read-only template of what is deployed. */
  readonly account: AccountTemplate | undefined;
  #references: ReferenceGraph | undefined;
  readonly #resources: Unrolled;
  readonly #isRewritten: boolean;
  readonly #formulas = new Map<string, Formula>();
  readonly #unrolled = new Map<string, Unrolled>();
  readonly #byType = new Map<string, ResourceDeclaration[]>();

  constructor(
    document: Document,
    supplied: Readonly<Record<string, string>> = {},
    account?: AccountTemplate | undefined,
  ) {
    this.document = document;
    this.account = account;
    this.parameters = readParameters(section(document, 'Parameters'), supplied);
    this.mappings = new Mappings(section(document, 'Mappings'));
    this.conditions = this.#section('Conditions').places;
    this.outputs = this.#section('Outputs').places;
    this.#resources = this.#section('Resources');
    this.macro = macroOf(document);
    this.#isRewritten = isRewritten(document);
    this.resources = readResources(this.#resources, this.#isRewritten);
    for (const resource of this.resources.values()) {
      const same = this.#byType.get(resource.type);
      if (same) same.push(resource);
      else this.#byType.set(resource.type, [resource]);
    }
  }

  get references(): ReferenceGraph {
    this.#references ??= new ReferenceGraph(this);
    return this.#references;
  }

  /** The definition of a condition. */
  formula(condition: string): Formula | undefined {
    const at = this.conditions.get(condition);
    const formula = at && (this.#formulas.get(condition) ?? readFormula(at));
    if (formula) this.#formulas.set(condition, formula);
    return formula;
  }

  ofType(type: string): readonly ResourceDeclaration[] {
    return this.#byType.get(type) ?? [];
  }

  /** The keys of a map with its loops written out. */
  unroll(map: Place, node: Mapping): Unrolled {
    if (needsUnrolling(node, map.iteration))
      return map.iteration ? this.#unroll(map) : this.#unrolledOnce(map);
    return { places: new Map(node.entries.map(({ key }) => [key, child(map, key)])), unseen: [] };
  }

  /** A map of thousands of keys is asked for each of them. */
  #unrolledOnce(map: Place): Unrolled {
    return getOrInsertComputed(this.#unrolled, JSON.stringify(map.path), () => this.#unroll(map));
  }

  #unroll(map: Place): Unrolled {
    return unroll(map, at => collection(this, at));
  }

  /**
   * Why there may be resources of a type that are not seen here: a loop, an include, a macro or a module may make them.
   */
  mayAdd(type: string): Sentence | undefined {
    return this.unseen(type) ?? this.macro ?? moduleOf(this);
  }

  /** Why a map may have a key that it does not show: a macro may add it, or nothing tells of what is deployed. */
  mayHaveKey(map: Place, key: string): Sentence | undefined {
    if (!this.account) return this.macro;
    const [section, id = '', part, ...below] = map.path;
    const isProperty = section === 'Resources' && part === 'Properties' && below.length === 0;
    const resource = isProperty ? this.account.resources.get(String(id)) : undefined;
    return resource?.undescribed.has(key) ? say`the account data does not show its \`${key}\`` : this.macro;
  }

  /** The same of loops and includes alone, and of what is deployed. */
  unseen(type: string): Sentence | undefined {
    if (this.account?.partialTypes.has(type))
      return say`the account data may not list everything that is deployed`;
    const loop = this.#resources.unseen.find(({ value }) => {
      const written = writtenType(value, this.#isRewritten);
      return written === undefined || written === type;
    });
    return loop?.why;
  }

  /** Why a name that is not declared here may be that of a resource all the same. */
  mayDeclare(name: string): Sentence | undefined {
    return mayHave(this.#resources, name) ?? this.macro ?? this.#untyped() ?? rewriterOf(this);
  }

  /** What stands among the resources and has no type, such as a module of Rain, may become any resources. */
  #untyped(): Sentence | undefined {
    const id = [...this.#resources.places.keys()].find(each => !this.resources.has(each));
    return id === undefined ? undefined : say`\`${id}\` may stand for it`;
  }

  #section(name: string): Unrolled {
    const at = { document: this.document, path: [name] };
    const mapping = section(this.document, name);
    return mapping ? this.unroll(at, mapping) : { places: new Map(), unseen: [] };
  }
}

/** A template has resources with types; many a real one has no `AWSTemplateFormatVersion`. */
export function isTemplate(document: Document): boolean {
  const { root } = document;
  if (root.kind !== 'mapping') return false;
  const resources = section(document, 'Resources');
  if (!resources) return entry(root, 'AWSTemplateFormatVersion') !== undefined;
  const areRewritten = isRewritten(document);
  return resources.entries.some(({ key, value }) => {
    const type = writtenType(value, areRewritten);
    return type !== undefined ? isTypeName(type) : key.startsWith('Fn::');
  });
}

/** Whether a macro may read the resources in a way of its own, so that a key it knows is not misspelled. */
function isRewritten(document: Document): boolean {
  const resources = section(document, 'Resources');
  return macroOf(document) !== undefined || (resources && entry(resources, 'Fn::Transform')) !== undefined;
}

function section(document: Document, name: string): Mapping | undefined {
  const { root } = document;
  const value = root.kind === 'mapping' ? entry(root, name)?.value : undefined;
  return value?.kind === 'mapping' ? value : undefined;
}
