import { hasSameEnvironment } from './deployed-stack.ts';
import type { Stack } from './stack.ts';

/** A file's path in one spelling: without empty parts and those that stay where they are. */
export function normalize(file: string): string {
  return file
    .split('/')
    .filter(part => part !== '' && part !== '.')
    .join('/');
}

/** The folder of a file, as the parts of its path. */
export function folderOf(file: string): readonly string[] {
  return normalize(file).split('/').slice(0, -1);
}

/** A path relative to a file, in one spelling; nothing for one that leads out of the root. */
export function resolve(file: string, path: string): string | undefined {
  const parts = [...folderOf(file)];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if ((parts.pop() ?? '..') === '..') return undefined;
  }
  return parts.join('/');
}

/**
 * Those of several candidates whose file is nearest to another file: in the same folder, then in the one that shares
 * most of its path with that folder; and of those, the ones whose paths name the same environment.
 */
export function nearest<T>(
  candidates: readonly T[],
  fileOf: (candidate: T) => string,
  file: string,
): readonly T[] {
  if (candidates.length < 2) return candidates;
  const folder = folderOf(file);
  const ranks = candidates.map(each => closeness(folderOf(fileOf(each)), folder));
  const best = Math.max(...ranks);
  const closest = candidates.filter((_, i) => ranks[i] === best);
  const environment = environmentOf(file);
  const same = closest.filter(each => environmentOf(fileOf(each)) === environment);
  return environment !== '' && same.length > 0 ? same : closest;
}

/** The same by their stacks: those that are deployed to the environment of a stack are nearer than all others. */
export function nearestTo<T>(
  candidates: readonly T[],
  stackOf: (candidate: T) => Stack,
  stack: Stack,
): readonly T[] {
  if (candidates.length < 2) return candidates;
  const same = candidates.filter(each => hasSameEnvironment(stackOf(each).deployed, stack.deployed));
  return nearest(
    same.length > 0 ? same : candidates,
    each => stackOf(each).document.file,
    stack.document.file,
  );
}

function closeness(folder: readonly string[], other: readonly string[]): number {
  let shared = 0;
  while (shared < folder.length && shared < other.length && folder[shared] === other[shared]) shared++;
  const isSame = shared === folder.length && shared === other.length;
  return isSame ? Number.POSITIVE_INFINITY : shared;
}

const ENVIRONMENT =
  /^(?:dev|develop|development|int|integration|live|nonprod|preprod|prd|prod|production|qa|sandbox|stage|staging|stg|test|testing|uat)$/;

/** The words in a path that people call their environments. */
function environmentOf(file: string): string {
  const words = file.toLowerCase().split(/[^a-z0-9]+/);
  return words.filter(each => ENVIRONMENT.test(each)).join(' ');
}
