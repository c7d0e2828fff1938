import { type Edit, Refusal, type Splice } from '../edit/edit.ts';
import { lower } from '../edit/lower.ts';
import { say } from '../lang/sentence.ts';
import type { Options } from '../lint/options.ts';
import type { Diagnostic, RefusedFix, Report } from '../lint/report.ts';
import { doInstead } from '../remedy/generated.ts';
import { misnamed } from '../remedy/misnamed.ts';
import type { Fix } from '../rule.ts';
import type { Document } from '../syntax/document.ts';

/**
 * Finds the text for every fix of a report. A fix whose text would damage the template becomes a refusal, and so does one
 * in a template that a tool generates, unless that is asked for.
 */
export function plan(report: Report, { fixGenerated = false }: Pick<Options, 'fixGenerated'>): Report {
  const refused: RefusedFix[] = [];
  const findings = report.findings.map(diagnostic => {
    const { fix, ruleId, file } = diagnostic;
    if (!fix) return diagnostic;
    const instead = fixGenerated ? undefined : doInstead(fix.edits);
    const planned = instead === undefined ? planFix(fix) : new Refusal(instead);
    if (!(planned instanceof Refusal)) return { ...diagnostic, fix: planned };
    refused.push({ ruleId, file, title: fix.title, why: planned.why });
    return { ...diagnostic, fix: undefined };
  });
  return { ...report, findings, fixes: { ...report.fixes, refused: [...report.fixes.refused, ...refused] } };
}

type PlannedFix = NonNullable<Diagnostic['fix']>;

/** The fix with its text, or what it says to do instead, or why neither can be written. */
export function planFix(fix: Fix): PlannedFix | Refusal {
  const splices = fix.repair ? [{ ...fix.repair.range, text: fix.repair.text }] : lowerAll(fix.edits);
  if (!(splices instanceof Refusal)) return { ...fix, splices };
  const otherwise = fix.otherwise && planFix(fix.otherwise);
  return otherwise && !(otherwise instanceof Refusal) ? otherwise : splices;
}

function lowerAll(edits: readonly Edit[]): readonly Splice[] | Refusal {
  const [document, another] = new Set<Document>(edits.map(edit => edit.at.document));
  if (!document || another) return new Refusal(say`It would change several files at once.`);
  if (document.problems.some(each => each.kind === 'slip'))
    return new Refusal(say`The text has to be put right first, so that it can be read.`);
  if (document.problems.length > 0)
    return new Refusal(say`The template has a key twice, so it is not clear what it says.`);
  const why = misnamed(edits);
  return why ? new Refusal(why) : lower(document, edits);
}
