import { type Edit, editKey } from '../edit/tree/edit.ts';
import { madeBy } from '../edit/tree/meet.ts';
import { policyAdded } from '../fixes/names.ts';
import type { Diagnostic } from '../lint/report.ts';
import type { Document } from '../syntax/document.ts';
import { Taken } from './taken.ts';

/**
 * The fixes that are made in one pass: their texts do not meet, and no two make the same map or list or a policy of one
 * name. The others wait.
 */
export function choose(
  texts: ReadonlyMap<string, Document>,
  wanted: readonly Diagnostic[],
): readonly Diagnostic[] {
  const chosen: Diagnostic[] = [];
  const there = new Set<string>();
  const done = new Set<string>();
  const taken = new Taken();
  for (const diagnostic of wanted) {
    const { edits = [], splices = [] } = diagnostic.fix ?? {};
    const others = edits.filter(each => !done.has(editKey(each)));
    const makes = others.flatMap(each => made(each, texts));
    if (makes.some(each => there.has(each)) || !taken.fits(splices)) continue;
    chosen.push(diagnostic);
    for (const each of makes) there.add(each);
    for (const each of edits) done.add(editKey(each));
    taken.add(splices);
  }
  return chosen;
}

/** What an edit brings into being, and in which file. */
function made(edit: Edit, texts: ReadonlyMap<string, Document>): readonly string[] {
  const { file } = edit.at.document;
  const document = texts.get(file);
  const all = [...(document ? madeBy(document, [edit]) : []), ...policyAdded(edit)];
  return all.map(each => JSON.stringify([file, each]));
}
