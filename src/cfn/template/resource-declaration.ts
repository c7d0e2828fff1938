import { entry, type Mapping, type Node } from '../../syntax/node.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { text, textAt } from '../functions/intrinsic.ts';
import type { Unrolled } from './foreach.ts';
import { areSpeltAlike, isTypeName } from './property-names.ts';

export interface ResourceDeclaration {
  readonly id: string;
  readonly type: string;
  /** In a loop, the one text that stands for all its resources; the iteration says which is meant. */
  readonly at: Place;
  readonly condition: string | undefined;
}

/** The resources of a template; where something rewrites them, only those that are spelt as they should be. */
export function readResources(
  { places }: Unrolled,
  isRewritten: boolean,
): ReadonlyMap<string, ResourceDeclaration> {
  const resources = new Map<string, ResourceDeclaration>();
  for (const [id, at] of places) {
    const node = nodeAt(at);
    if (node?.kind !== 'mapping') continue;
    const type = textAt(child(at, typeKey(node, isRewritten)));
    const condition = textAt(child(at, attributeKey(node, 'Condition', isRewritten)));
    if (type !== undefined) resources.set(id, { id, type, at, condition });
  }
  return resources;
}

/** The type that a resource is written with, which may be misspelled as a key where nothing rewrites the resources. */
export function writtenType(resource: Node | undefined, isRewritten: boolean): string | undefined {
  if (resource?.kind !== 'mapping') return undefined;
  return text(entry(resource, typeKey(resource, isRewritten))?.value);
}

/** Under a misspelled key only what is sure to be a type counts: not every map is a resource. */
function typeKey(resource: Mapping, isRewritten: boolean): string {
  const key = attributeKey(resource, 'Type', isRewritten);
  return isTypeName(text(entry(resource, key)?.value) ?? '') ? key : 'Type';
}

/** The key of an attribute: its name or, where nothing has that, one that differs in case. */
function attributeKey(resource: Mapping, name: string, isRewritten: boolean): string {
  if (isRewritten || entry(resource, name) || entry(resource, 'Fn::Transform')) return name;
  return resource.entries.find(({ key }) => areSpeltAlike(key, name))?.key ?? name;
}
