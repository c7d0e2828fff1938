import type { Template } from '../../cfn/scenario/scenario-template.ts';
import type { Node } from '../../syntax/node.ts';
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
  const found: FoundKey[] = [];
  collect(from, nodeAt(from), [], isWanted, found);
  return found.filter(({ at }) => isReached(template, from, at));
}

/** Whether this scenario leads to a place below another. */
export function isReached(template: Template, from: Place, at: Place): boolean {
  const found = template.find(from, ...withoutBranches(at.path.slice(from.path.length)));
  return found.is === 'known' && isPrefix(at.path, found.value.path);
}

/** In whichever branch of an `Fn::If`: the keys of a map first, then what is below them. */
function collect(
  from: Place,
  node: Node | undefined,
  path: Path,
  isWanted: (key: string) => boolean,
  found: FoundKey[],
): void {
  if (node?.kind === 'sequence')
    for (const [i, item] of node.items.entries()) collect(from, item, [...path, i], isWanted, found);
  if (node?.kind !== 'mapping') return;
  for (const { key } of node.entries) if (isWanted(key)) found.push({ at: child(from, ...path, key), key });
  for (const { key, value } of node.entries)
    if (!FREE.has(key) && value.kind !== 'scalar') collect(from, value, [...path, key], isWanted, found);
}

/** The keys of a path alone, without the branches of an `Fn::If` that it leads through. */
export function withoutBranches(path: Path): Path {
  return path.filter((key, i) => key !== 'Fn::If' && path[i - 1] !== 'Fn::If');
}
