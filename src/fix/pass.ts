import type { Edit, Splice } from '../edit/edit.ts';
import { holds } from '../edit/law.ts';
import { splice } from '../edit/splice.ts';
import type { Sentence } from '../lang/sentence.ts';
import type { Diagnostic } from '../lint/report.ts';
import type { Document } from '../syntax/document.ts';
import { parse } from '../syntax/parse.ts';
import { choose } from './choose.ts';
import { editKey, type Mended, madeFix } from './mended.ts';
import { repair } from './repair.ts';
import { Taken } from './taken.ts';

/** Refuses a fix for a reason, which is a complete sentence. */
export type Refuse = (diagnostic: Diagnostic, why: Sentence) => void;

/**
 * One pass over one file: every fix whose text does not meet that of an earlier one; the others wait. Slips in the text
 * go first.
 */
export function pass(file: Mended, wanted: readonly Diagnostic[], refuse: Refuse): Mended {
  const slips = wanted.filter(each => each.fix?.repair);
  const repaired = slips.length > 0 && file.steps.length === 0 ? repair(file, slips, refuse) : file;
  if (repaired !== file) return repaired;
  const chosen = choose(
    file.after,
    wanted.filter(each => !each.fix?.repair),
  );
  const sound = soundOf(file.after, chosen, refuse);
  if (!sound) return file;
  return {
    ...file,
    after: sound.after,
    steps: [...file.steps, sound.edits],
    made: [...file.made, ...sound.fixes.map(madeFix)],
  };
}

/** Fixes that were made together, and what came of it. */
interface Sound {
  readonly fixes: readonly Diagnostic[];
  readonly edits: readonly Edit[];
  readonly after: Document;
}

/** Fixes that together break the law are tried by halves; one that breaks it alone is refused. */
function soundOf(document: Document, chosen: readonly Diagnostic[], refuse: Refuse): Sound | undefined {
  const [first, ...others] = chosen;
  if (!first) return undefined;
  const whole = attempt(document, chosen);
  if ('fixes' in whole) return whole;
  if (others.length === 0) {
    refuse(first, whole);
    return undefined;
  }
  const half = Math.ceil(chosen.length / 2);
  const one = soundOf(document, chosen.slice(0, half), refuse);
  const other = soundOf(document, chosen.slice(half), refuse);
  if (!one || !other) return one ?? other;
  const both = attempt(document, [...one.fixes, ...other.fixes]);
  return 'fixes' in both ? both : one;
}

/** Makes fixes, or says how they break the law. */
function attempt(document: Document, fixes: readonly Diagnostic[]): Sound | Sentence {
  const taken = new Taken();
  for (const { fix } of fixes) taken.add(fix?.splices ?? []);
  const edits = distinct(fixes.flatMap(each => each.fix?.edits ?? []));
  const after = parse(document.file, splice(document.text, taken.all()));
  return holds(document, after, edits, taken.all().flatMap(commentIn)) ?? { fixes, edits, after };
}

/** The comment that a splice is, and nothing else. */
function commentIn({ text }: Splice): readonly string[] {
  const comment = text.trim();
  return comment.startsWith('#') && !comment.includes('\n') ? [comment] : [];
}

/** Two fixes may want the same thing, which is then done once. */
function distinct(edits: readonly Edit[]): readonly Edit[] {
  return [...new Map(edits.map(edit => [editKey(edit), edit])).values()];
}
