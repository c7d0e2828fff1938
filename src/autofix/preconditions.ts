import type { Diagnostic } from '../lint/report.ts';
import type { Document } from '../syntax/document.ts';
import { isPrefix, type Place } from '../syntax/place.ts';

/** An edit of a fix that is wanted. */
interface Change {
  readonly by: Diagnostic;
  readonly at: Place;
}

/** The fixes that need not wait for others, in whichever file, to change what they take as given; else the first. */
export function withoutDoubts(wanted: readonly Diagnostic[]): readonly Diagnostic[] {
  const changes = new Map<Document, Change[]>();
  for (const by of wanted)
    for (const { at } of by.fix?.edits ?? []) {
      const known = changes.get(at.document);
      if (known) known.push({ by, at });
      else changes.set(at.document, [{ by, at }]);
    }
  const ready = wanted.filter(each => !isInDoubt(each, changes));
  return ready.length > 0 ? ready : wanted.slice(0, 1);
}

/** Whether another fix changes what this one takes as given. */
function isInDoubt(diagnostic: Diagnostic, changes: ReadonlyMap<Document, readonly Change[]>): boolean {
  return (diagnostic.fix?.preconditions ?? []).some(({ document, path }) =>
    (changes.get(document) ?? []).some(
      ({ by, at }) => by !== diagnostic && (isPrefix(at.path, path) || isPrefix(path, at.path)),
    ),
  );
}
