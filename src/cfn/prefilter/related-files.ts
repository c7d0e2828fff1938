import type { TextHints } from './scan.ts';

/** A file with the hints from its text. */
export interface ScannedFile {
  /** Its path, in slashes. */
  readonly name: string;
  readonly hints: TextHints;
}

/**
 * Those of some files that may have to do with a wanted one, by the look of their texts alone: only they need be
 * parsed. The wanted ones come along.
 */
export function relatedFiles<T extends ScannedFile>(
  files: readonly T[],
  isWanted: (file: T) => boolean,
): readonly T[] {
  const candidates = files.filter(each => each.hints.mayBeTemplate);
  const exporting = candidates.filter(each => each.hints.mayExport);
  const importing = candidates.filter(each => each.hints.mayImport);
  const related = nesting(candidates);
  const reached = new Set(candidates.filter(isWanted));
  for (const file of reached) {
    const { mayExport, mayImport } = file.hints;
    for (const each of mayExport ? importing.splice(0) : []) reached.add(each);
    for (const each of mayImport ? exporting.splice(0) : []) reached.add(each);
    for (const each of related.get(file) ?? []) reached.add(each);
  }
  return candidates.filter(each => reached.has(each));
}

/** For each file those that may be nested in it, and those that it may be nested in. */
function nesting<T extends ScannedFile>(files: readonly T[]): ReadonlyMap<T, ReadonlySet<T>> {
  const named = new Map<string, T[]>();
  for (const file of files) push(named, file.name.slice(file.name.lastIndexOf('/') + 1), file);
  const related = new Map<T, Set<T>>();
  for (const outer of files)
    for (const inner of [...outer.hints.mayNest].flatMap(name => named.get(name) ?? [])) {
      related.set(outer, (related.get(outer) ?? new Set()).add(inner));
      related.set(inner, (related.get(inner) ?? new Set()).add(outer));
    }
  return related;
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
