import { createdPaths } from '../edit/tree/created-paths.ts';
import { type Edit, editKey } from '../edit/tree/edit.ts';
import { policyAdded } from '../fixes/unique-names.ts';
import type { Diagnostic } from '../lint/report.ts';
import type { Document } from '../syntax/document.ts';
import { OccupiedRanges } from './occupied-ranges.ts';

/**
 * The fixes that are made in one pass: their texts do not meet, and no two make the same map or list or a policy of one
 * name. The others wait.
 */
export function selectCompatible(
  texts: ReadonlyMap<string, Document>,
  wanted: readonly Diagnostic[],
): readonly Diagnostic[] {
  const chosen: Diagnostic[] = [];
  const there = new Set<string>();
  const done = new Set<string>();
  const occupied = new OccupiedRanges();
  for (const diagnostic of wanted) {
    const { edits = [], splices = [] } = diagnostic.fix ?? {};
    const others = edits.filter(each => !done.has(editKey(each)));
    const makes = others.flatMap(each => made(each, texts));
    if (makes.some(each => there.has(each)) || !occupied.fits(splices)) continue;
    chosen.push(diagnostic);
    for (const each of makes) there.add(each);
    for (const each of edits) done.add(editKey(each));
    occupied.add(splices);
  }
  return chosen;
}

/** What an edit brings into being, and in which file. */
function made(edit: Edit, texts: ReadonlyMap<string, Document>): readonly string[] {
  const { file } = edit.at.document;
  const document = texts.get(file);
  const all = [...(document ? createdPaths(document, [edit]) : []), ...policyAdded(edit)];
  return all.map(each => JSON.stringify([file, each]));
}
