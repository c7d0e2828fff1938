import type { Diagnostic } from '../lint/report.ts';
import { filesOf } from './fixed-file.ts';

/** Fixes, and the files that they change. */
interface Group {
  readonly files: Set<string>;
  readonly fixes: Diagnostic[];
}

/** Fixes in groups that have no file in common, so that what happens in one says nothing about the others. */
export function connected(fixes: readonly Diagnostic[]): readonly (readonly Diagnostic[])[] {
  const groups = new Map<string, Group>();
  for (const each of fixes) join(groups, filesOf(each));
  for (const each of fixes) groups.get(filesOf(each)[0] ?? '')?.fixes.push(each);
  return [...new Set(groups.values())].map(group => group.fixes);
}

/** Makes one group of those that files are in. */
function join(groups: Map<string, Group>, files: readonly string[]): void {
  const met = [...new Set(files.flatMap(file => groups.get(file) ?? []))];
  const [largest = { files: new Set(), fixes: [] }, ...others] = met.sort(
    (a, b) => b.files.size - a.files.size,
  );
  for (const file of [...files, ...others.flatMap(other => [...other.files])]) {
    largest.files.add(file);
    groups.set(file, largest);
  }
}
