import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { child, isPrefix, nodeAt, type Path, type Place } from '../../syntax/place.ts';

/** A key, and where its value stands. */
export interface FoundKey {
  readonly at: Place;
  readonly key: string;
}

/** Maps of which the keys are up to whoever writes them. */
const FREE: ReadonlySet<string> = new Set([
  'DockerLabels',
  'DriverOpts',
  'InputPathsMap',
  'Labels',
  'Metadata',
  'Options',
]);

/** Those among the keys of a map that are looked for. */
export function keysIn(map: Place, isWanted: (key: string) => boolean): readonly FoundKey[] {
  const node = nodeAt(map);
  if (node?.kind !== 'mapping') return [];
  return node.entries.flatMap(({ key }) => (isWanted(key) ? [{ at: child(map, key), key }] : []));
}

/** All such keys at or below a place that this scenario leads to. */
export function keysBelow(
  template: Template,
  from: Place,
  isWanted: (key: string) => boolean,
): readonly FoundKey[] {
  return written(from, isWanted).filter(({ at }) => isReached(template, from, at));
}

/** Whether this scenario leads to a place below another. */
export function isReached(template: Template, from: Place, at: Place): boolean {
  const found = template.find(from, ...withoutBranches(at.path.slice(from.path.length)));
  return found.is === 'known' && isPrefix(at.path, found.value.path);
}

/** In whichever branch of an `Fn::If`. */
function written(at: Place, isWanted: (key: string) => boolean): readonly FoundKey[] {
  const node = nodeAt(at);
  if (node?.kind === 'sequence') return node.items.flatMap((_, i) => written(child(at, i), isWanted));
  if (node?.kind !== 'mapping') return [];
  const inner = node.entries.flatMap(({ key }) => (FREE.has(key) ? [] : written(child(at, key), isWanted)));
  return [...keysIn(at, isWanted), ...inner];
}

/** The keys of a path alone, without the branches of an `Fn::If` that it leads through. */
export function withoutBranches(path: Path): Path {
  return path.filter((key, i) => key !== 'Fn::If' && path[i - 1] !== 'Fn::If');
}
