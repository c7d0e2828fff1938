import { entry, type Mapping } from '../../syntax/node.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { memoize } from '../../util/memoize.ts';
import { intrinsic, LOOP } from '../functions/intrinsic.ts';
import type { Declarations, ResourceDeclaration } from './declarations.ts';
import { areSpeltAlike, meantName, namesBelow, namesOfType, type PropertyNames } from './property-names.ts';

/** A key that is no property of CloudFormation where it stands, and nearly one. */
export interface MisspeltKey {
  readonly at: Place;
  readonly key: string;
  readonly meant: string;
}

/** The keys of a resource that are misspelled, in whichever branch of an `Fn::If`. */
export const misspeltKeys: (resource: ResourceDeclaration) => readonly MisspeltKey[] = memoize(
  ({ at, type }: ResourceDeclaration) => {
    const names = namesOfType(type);
    return names ? misspeltBelow(at, names) : [];
  },
);

/** By the map that they stand in and the name that is meant, the keys of a template that are misspelled. */
export const misspellings: (declarations: Declarations) => Misspellings = memoize(
  ({ resources, macro }: Declarations) => {
    const found = new Map<Mapping, Map<string, string>>();
    if (macro !== undefined) return found;
    for (const resource of resources.values())
      for (const { at, key, meant } of misspeltKeys(resource)) {
        const map = nodeAt({ ...at, path: at.path.slice(0, -1) });
        if (map?.kind !== 'mapping' || entry(map, meant)) continue;
        found.set(map, (found.get(map) ?? new Map<string, string>()).set(meant, key));
      }
    return found;
  },
);

export type Misspellings = ReadonlyMap<Mapping, ReadonlyMap<string, string>>;

function misspeltBelow(at: Place, names: PropertyNames): readonly MisspeltKey[] {
  const node = nodeAt(at);
  if (!node || !hasKnownNames(names)) return [];
  if (node.kind === 'sequence') return node.items.flatMap((_, i) => misspeltBelow(child(at, i), names));
  if (node.kind !== 'mapping') return [];
  const call = intrinsic(node);
  if (call) return call.name === 'Fn::If' ? misspeltInBranches(child(at, 'Fn::If'), names) : [];
  const isOpen = entry(node, 'Fn::Transform') !== undefined;
  return node.entries.flatMap(({ key, keyRange }) => {
    const value = child(at, key);
    if (key.startsWith(LOOP)) return misspeltBelow(child(value, 2), names);
    const meant = isOpen ? undefined : meantBy(key, node, names);
    const own = meant === undefined ? [] : [{ at: { ...value, range: keyRange }, key, meant }];
    return [...own, ...misspeltBelow(value, namesBelow(names, key))];
  });
}

function misspeltInBranches(argument: Place, names: PropertyNames): readonly MisspeltKey[] {
  return [1, 2].flatMap(branch => misspeltBelow(child(argument, branch), names));
}

/** One that is not spelt alike, beside the name that it is like, may be a property that is newer than the table. */
function meantBy(key: string, { entries }: Mapping, names: PropertyNames): string | undefined {
  if (Object.hasOwn(names, key) || !/^[A-Za-z]/.test(key) || key.startsWith('Fn::')) return undefined;
  const meant = meantName(names, key);
  const isThere = meant !== undefined && entries.some(each => each.key === meant);
  return isThere && !areSpeltAlike(key, meant) ? undefined : meant;
}

function hasKnownNames(names: PropertyNames): boolean {
  return Object.keys(names).length > 0;
}
