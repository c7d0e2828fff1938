import type { Resource } from '../cfn/scenario/resource.ts';
import { optionalProperty } from '../ecs/optional.ts';
import type { Empty } from '../ecs/template/null-values.ts';
import { type Edit, removeButComments, set } from '../edit/tree/edit.ts';
import type { Path, Place } from '../syntax/place.ts';
import { isRemovable, takeOut } from './edit-values.ts';
import { destinationOf, isNeeded } from './logging/name-destination.ts';

/** Something empty is left out. */
export interface Omission {
  readonly edits: readonly Edit[];
  /** Whether nothing in the template can be meant for it. */
  readonly isSure: boolean;
}

/** Leaves out what is empty, with its comments in place, where CloudFormation can do without it. */
export function omit(empty: Empty): Omission | undefined {
  const { resource, at } = empty;
  const types = optionalProperty(resource.type, propertyOf(resource, at));
  const destination = destinationOf(empty);
  if (!types || (destination && isNeeded(destination))) return undefined;
  const edits = isBranch(at) ? [set(at, { Ref: 'AWS::NoValue' })] : removal(at);
  const { declarations } = resource.template;
  return edits && { edits, isSure: types.every(type => declarations.ofType(type).length === 0) };
}

/** The path of the property below `Properties`, whichever branch or item of it a place is. */
function propertyOf(resource: Resource, at: Place): string {
  const path = at.path.slice(resource.at.path.length + 1);
  const keys = path.filter((key, i) => !isOfFunction(key) && !isOfFunction(path[i - 1]));
  const property = typeof keys.at(-1) === 'number' ? keys.slice(0, -1) : keys;
  return property.map(key => (typeof key === 'number' ? '*' : key)).join('.');
}

function isOfFunction(key: Path[number] | undefined): boolean {
  return typeof key === 'string' && key.startsWith('Fn::');
}

/** Whether it is what `Fn::If` comes to in one of its cases. */
function isBranch({ path }: Place): boolean {
  return path.at(-2) === 'Fn::If' && path.at(-1) !== 0;
}

function removal(at: Place): readonly Edit[] | undefined {
  if (typeof at.path.at(-1) === 'number') return takeOut([at], removeButComments);
  return isRemovable(at) ? [removeButComments(at)] : undefined;
}
