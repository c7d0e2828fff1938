import type { Path } from '../../syntax/place.ts';
import { distance } from '../../util/did-you-mean.ts';
import { getOrInsertComputed, memoize } from '../../util/memoize.ts';
import table from './property-names.facts.json' with { type: 'json' };

/**
 * The keys of a map of properties, with those of the maps in it. One without any stands for whatever has no keys that
 * are known: a scalar, a policy, a map whose keys are free.
 */
export interface PropertyNames {
  readonly [name: string]: PropertyNames;
}

const TYPES: ReadonlyMap<string, PropertyNames> = new Map(Object.entries<PropertyNames>(table.types));

const OPEN: PropertyNames = {};

/** What stands beside `Properties` in a resource. */
const ATTRIBUTES: PropertyNames = {
  Condition: OPEN,
  CreationPolicy: OPEN,
  DeletionPolicy: OPEN,
  DependsOn: OPEN,
  Metadata: OPEN,
  Type: OPEN,
  UpdatePolicy: OPEN,
  UpdateReplacePolicy: OPEN,
};

/** Whether a text is the name of a resource type: `AWS::ECS::Service`, `Custom::Lookup`. */
export function isTypeName(text: string): boolean {
  return /^[A-Z]\w*::/.test(text);
}

/** The keys of a resource; below `Properties` only where CloudFormation's properties of its type are known. */
export function namesOfType(type: string): PropertyNames | undefined {
  if (!isTypeName(type)) return undefined;
  return getOrInsertComputed(namesOfTypes, type, () => ({
    ...ATTRIBUTES,
    Properties: TYPES.get(type) ?? OPEN,
  }));
}

const namesOfTypes = new Map<string, PropertyNames>();

/** The keys of what stands below a key; that may be misspelled itself. */
export function namesBelow(names: PropertyNames, key: string): PropertyNames {
  const name = Object.hasOwn(names, key) ? key : meantName(names, key);
  return (name === undefined ? undefined : names[name]) ?? OPEN;
}

/** A path from a resource, spelt as CloudFormation spells it. */
export function correctedPath(type: string, path: Path): Path {
  let names = namesOfType(type) ?? OPEN;
  return path.map(key => {
    if (typeof key === 'number') return key;
    const name = Object.hasOwn(names, key) ? key : (meantName(names, key) ?? key);
    names = namesBelow(names, key);
    return name;
  });
}

const MOST_MISTAKES = 2;

/** What is left out at the end of names: `TaskRole`, `S3Bucket`, `KmsKey`, `AssumeRolePolicy`. */
const ENDINGS: readonly string[] = ['arn', 'document', 'id', 'name', 's', 'uration'];

/** The one name that is meant by a key that is none of them, where there is one. The same few keys are asked for often. */
export function meantName(names: PropertyNames, key: string): string | undefined {
  return getOrInsertComputed(meantNames(names), key, () => closestName(names, key));
}

const meantNames = memoize((_: PropertyNames) => new Map<string, string | undefined>());

function closestName(names: PropertyNames, key: string): string | undefined {
  const wrong = plain(key);
  let best: { readonly name: string; readonly difference: number; readonly isOnly: boolean } | undefined;
  for (const { name, spelling } of spellings(names)) {
    const found = difference(wrong, spelling);
    if (found === undefined || found > (best?.difference ?? found)) continue;
    best = { name, difference: found, isOnly: found !== best?.difference };
  }
  return best?.isOnly ? best.name : undefined;
}

const spellings = memoize((names: PropertyNames) =>
  Object.keys(names).map(name => ({ name, spelling: plain(name) })),
);

/** Whether two keys are the same but for their case and what separates their words. */
export function areSpeltAlike(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(key: string): string {
  return key.replace(/[-_. ]/g, '').toLowerCase();
}

/** How many mistakes make one of the other, where they can be taken for mistakes. */
function difference(wrong: string, name: string): number | undefined {
  const most = Math.min(MOST_MISTAKES, Math.floor(name.length / 5));
  if (Math.abs(wrong.length - name.length) <= most) {
    const mistakes = distance(wrong, name);
    if (mistakes <= most) return mistakes;
  }
  const isEnding = ENDINGS.some(each => wrong + each === name || name + each === wrong);
  return isEnding ? 2 : undefined;
}
