import type { Edit, Splice } from '../edit/edit.ts';
import { holds } from '../edit/law.ts';
import { madeBy } from '../edit/meet.ts';
import { overlaps, sameSplice, splice } from '../edit/splice.ts';
import type { Diagnostic } from '../lint/report.ts';
import type { Fix } from '../rule.ts';
import { parse } from '../syntax/parse.ts';
import { isPrefix, type Path } from '../syntax/place.ts';
import { type Mended, madeFix } from './mended.ts';
import { repair } from './repair.ts';

/** Refuses a fix for a reason, which is a complete sentence. */
export type Refuse = (diagnostic: Diagnostic, why: string) => void;

/** One pass over one file: every fix whose text does not meet that of an earlier one. Slips in the text go first. */
export function pass(file: Mended, wanted: readonly Diagnostic[], refuse: Refuse): Mended {
  const slips = wanted.filter(each => each.fix?.repair);
  const repaired = slips.length > 0 && file.steps.length === 0 ? repair(file, slips, refuse) : file;
  if (repaired !== file) return repaired;
  const changed = wanted.flatMap(each => each.fix?.edits.map(edit => edit.at.path) ?? []);
  const chosen: Diagnostic[] = [];
  const made = new Set<string>();
  let splices: readonly Splice[] = [];
  for (const diagnostic of wanted) {
    const { fix } = diagnostic;
    if (!fix || fix.repair || isInDoubt(fix, changed)) continue;
    const makes = madeBy(file.after, fix.edits);
    if (makes.some(each => made.has(each)) || overlaps(splices, fix.splices)) continue;
    chosen.push(diagnostic);
    for (const each of makes) made.add(each);
    splices = union(splices, fix.splices);
  }
  return chosen.length > 0 ? make(file, chosen, refuse) : file;
}

/** Whether another fix of the pass changes what this one takes as given. */
function isInDoubt({ given = [] }: Fix, changed: readonly Path[]): boolean {
  return given.some(({ path }) => changed.some(each => isPrefix(each, path) || isPrefix(path, each)));
}

/** Fixes that together break the law are tried by halves; one that breaks it alone is refused. */
function make(file: Mended, chosen: readonly Diagnostic[], refuse: Refuse): Mended {
  const { after: document } = file;
  const splices = chosen.reduce<readonly Splice[]>((all, each) => union(all, each.fix?.splices ?? []), []);
  const edits = distinct(chosen.flatMap(each => each.fix?.edits ?? []));
  const after = parse(document.file, splice(document.text, splices));
  const broken = holds(document, after, edits);
  if (broken === undefined)
    return { ...file, after, steps: [...file.steps, edits], made: [...file.made, ...chosen.map(madeFix)] };
  const [only, ...others] = chosen;
  if (only && others.length === 0) {
    refuse(only, broken);
    return file;
  }
  const half = Math.ceil(chosen.length / 2);
  const first = make(file, chosen.slice(0, half), refuse);
  return first === file ? make(file, chosen.slice(half), refuse) : first;
}

/** Two fixes may want the same thing, which is then done once. */
function distinct(edits: readonly Edit[]): readonly Edit[] {
  const seen = new Map<string, Edit>();
  for (const edit of edits) {
    const key = JSON.stringify([edit.op, edit.at.path, 'value' in edit ? edit.value : null]);
    if (!seen.has(key)) seen.set(key, edit);
  }
  return [...seen.values()];
}

/** Identical splices are one. */
function union(a: readonly Splice[], b: readonly Splice[]): readonly Splice[] {
  return [...a, ...b.filter(splice => !a.some(each => sameSplice(each, splice)))];
}
