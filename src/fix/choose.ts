import { madeBy } from '../edit/meet.ts';
import type { Diagnostic } from '../lint/report.ts';
import { policyAdded } from '../remedy/names.ts';
import type { Document } from '../syntax/document.ts';
import { isPrefix, type Path } from '../syntax/place.ts';
import { editKey } from './mended.ts';
import { Taken } from './taken.ts';

/**
 * The fixes that are made in one pass: their texts do not meet, no two make the same map or list or a policy of one name,
 * and none changes what another takes as given. The others wait.
 */
export function choose(document: Document, wanted: readonly Diagnostic[]): readonly Diagnostic[] {
  const ready = withoutDoubts(wanted);
  const chosen: Diagnostic[] = [];
  const made = new Set<string>();
  const done = new Set<string>();
  const taken = new Taken();
  for (const diagnostic of ready) {
    const { edits = [], splices = [] } = diagnostic.fix ?? {};
    const others = edits.filter(each => !done.has(editKey(each)));
    const makes = [...madeBy(document, others), ...others.flatMap(policyAdded)];
    if (makes.some(each => made.has(each)) || !taken.fits(splices)) continue;
    chosen.push(diagnostic);
    for (const each of makes) made.add(each);
    for (const each of edits) done.add(editKey(each));
    taken.add(splices);
  }
  return chosen;
}

/** Where each waits for another, the first goes ahead. */
function withoutDoubts(wanted: readonly Diagnostic[]): readonly Diagnostic[] {
  const changes = wanted.flatMap(by => (by.fix?.edits ?? []).map(({ at }) => ({ by, path: at.path })));
  const ready = wanted.filter(each => !isInDoubt(each, changes));
  return ready.length > 0 ? ready : wanted.slice(0, 1);
}

/** Whether another fix changes what this one takes as given. */
function isInDoubt(
  diagnostic: Diagnostic,
  changes: readonly { readonly by: Diagnostic; readonly path: Path }[],
): boolean {
  return (diagnostic.fix?.given ?? []).some(given =>
    changes.some(
      ({ by, path }) => by !== diagnostic && (isPrefix(path, given.path) || isPrefix(given.path, path)),
    ),
  );
}
