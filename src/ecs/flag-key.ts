import type { Template } from '../cfn/template.ts';
import { distance } from '../nearest.ts';
import { child, isPrefix, nodeAt, type Path, type Place } from '../syntax/place.ts';

export const FLAG = 'EnableExecuteCommand';

/** `EnableExecuteCommand`, or nearly that, as a key. */
export interface FlagKey {
  /** Of its value. */
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

/** Misspelt keys among those of a map. */
export function flagKeysIn(map: Place): readonly FlagKey[] {
  const node = nodeAt(map);
  if (node?.kind !== 'mapping') return [];
  return node.entries.flatMap(({ key }) => (isFlag(key) ? [{ at: child(map, key), key }] : []));
}

/** All such keys at or below a place that this scenario leads to. */
export function flagKeysBelow(template: Template, from: Place): readonly FlagKey[] {
  return written(from).filter(({ at }) => {
    const found = template.find(from, ...withoutBranches(at.path.slice(from.path.length)));
    return found.is === 'known' && isPrefix(at.path, found.value.path);
  });
}

/** In whichever branch of an `Fn::If`. */
function written(at: Place): readonly FlagKey[] {
  const node = nodeAt(at);
  if (node?.kind === 'sequence') return node.items.flatMap((_, i) => written(child(at, i)));
  if (node?.kind !== 'mapping') return [];
  const inner = node.entries.flatMap(({ key }) => (FREE.has(key) ? [] : written(child(at, key))));
  return [...flagKeysIn(at), ...inner];
}

function withoutBranches(path: Path): Path {
  return path.filter((key, i) => key !== 'Fn::If' && path[i - 1] !== 'Fn::If');
}

/** `EnableExecuteCommand.$` is how a state machine says that it computes it. */
function isFlag(key: string): boolean {
  const small = key.toLowerCase();
  return /exec/.test(small) && !key.endsWith('.$') && distance(small, FLAG.toLowerCase()) <= 3;
}
