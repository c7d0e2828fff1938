import type { Document } from '../syntax/document.ts';
import { entry, type Mapping, type Node } from '../syntax/node.ts';
import { child, type Place } from '../syntax/place.ts';
import { text } from './intrinsic.ts';
import { References } from './references.ts';

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly default: string | undefined;
  readonly allowedValues: readonly string[] | undefined;
  /**
   * The value a deployment is known to give. Of a parameter that is read from Parameter Store, the deployment only
   * gives the name under which its value is stored there.
   */
  readonly given: string | undefined;
}

export interface ResourceDeclaration {
  readonly id: string;
  readonly type: string;
  readonly at: Place;
  readonly condition: string | undefined;
}

/** The transforms that AWS hosts; they leave what ECS Exec depends on as it is written. */
const HARMLESS_TRANSFORM =
  /^AWS::(?:LanguageExtensions|Serverless-2016-10-31|SecretsManager-\S+|CodeDeployBlueGreen|CodeStar)$/;

/** What a document declares, whatever the scenario: read once, asked often. */
export class Declarations {
  readonly document: Document;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly conditions: ReadonlyMap<string, Node>;
  readonly resources: ReadonlyMap<string, ResourceDeclaration>;
  /** Why nothing that is absent here can be taken to stay absent: a macro rewrites the template. */
  readonly macro: string | undefined;
  #references: References | undefined;
  readonly #byType = new Map<string, ResourceDeclaration[]>();

  constructor(document: Document, given: Readonly<Record<string, string>> = {}) {
    this.document = document;
    this.parameters = readParameters(section(document, 'Parameters'), given);
    const conditions = section(document, 'Conditions')?.entries ?? [];
    this.conditions = new Map(conditions.map(each => [each.key, each.value]));
    this.resources = readResources(document);
    for (const resource of this.resources.values()) {
      const same = this.#byType.get(resource.type);
      if (same) same.push(resource);
      else this.#byType.set(resource.type, [resource]);
    }
    this.macro = findMacro(document);
  }

  get references(): References {
    this.#references ??= new References(this.document);
    return this.#references;
  }

  ofType(type: string): readonly ResourceDeclaration[] {
    return this.#byType.get(type) ?? [];
  }

  mapping(map: string, first: string, second: string): Node | undefined {
    const one = entry(section(this.document, 'Mappings') ?? EMPTY, map)?.value;
    const two = one?.kind === 'mapping' ? entry(one, first)?.value : undefined;
    return two?.kind === 'mapping' ? entry(two, second)?.value : undefined;
  }
}

/** A template has resources with types; many a real one has no `AWSTemplateFormatVersion`. */
export function isTemplate(document: Document): boolean {
  const { root } = document;
  if (root.kind !== 'mapping') return false;
  const resources = section(document, 'Resources');
  if (!resources) return entry(root, 'AWSTemplateFormatVersion') !== undefined;
  return resources.entries.some(({ key, value }) => {
    const type = value.kind === 'mapping' ? text(entry(value, 'Type')?.value) : undefined;
    return type !== undefined ? /^[A-Z]\w*::/.test(type) : key.startsWith('Fn::');
  });
}

const EMPTY: Mapping = {
  kind: 'mapping',
  entries: [],
  tag: undefined,
  range: { start: 0, end: 0 },
  shared: false,
  anchored: false,
  origin: undefined,
};

function section(document: Document, name: string): Mapping | undefined {
  const { root } = document;
  const value = root.kind === 'mapping' ? entry(root, name)?.value : undefined;
  return value?.kind === 'mapping' ? value : undefined;
}

function readParameters(
  mapping: Mapping | undefined,
  given: Readonly<Record<string, string>>,
): ReadonlyMap<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  for (const { key, value } of mapping?.entries ?? []) {
    if (value.kind !== 'mapping') continue;
    const allowed = entry(value, 'AllowedValues')?.value;
    const written = entry(value, 'Default')?.value;
    const type = text(entry(value, 'Type')?.value) ?? 'String';
    const isStored = type.startsWith('AWS::SSM::Parameter::Value');
    parameters.set(key, {
      name: key,
      type,
      default: written && (text(written) ?? ''),
      allowedValues: allowed?.kind === 'sequence' ? allowed.items.map(item => text(item) ?? '') : undefined,
      given: Object.hasOwn(given, key) && !isStored ? given[key] : undefined,
    });
  }
  return parameters;
}

function readResources(document: Document): ReadonlyMap<string, ResourceDeclaration> {
  const resources = new Map<string, ResourceDeclaration>();
  const top: Place = { document, path: ['Resources'] };
  for (const { key, value } of section(document, 'Resources')?.entries ?? []) {
    const type = value.kind === 'mapping' ? text(entry(value, 'Type')?.value) : undefined;
    if (value.kind !== 'mapping' || type === undefined) continue;
    const condition = text(entry(value, 'Condition')?.value);
    resources.set(key, { id: key, type, at: child(top, key), condition });
  }
  return resources;
}

function findMacro(document: Document): string | undefined {
  const { root } = document;
  const transform = root.kind === 'mapping' ? entry(root, 'Transform')?.value : undefined;
  if (!transform) return undefined;
  const names = transform.kind === 'sequence' ? transform.items : [transform];
  const macro = names.find(each => !HARMLESS_TRANSFORM.test(text(each) ?? ''));
  if (!macro) return undefined;
  const name = text(macro);
  return name ? `the macro \`${name}\` may add it` : 'a transform may add it';
}
