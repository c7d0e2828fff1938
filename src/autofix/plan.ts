import { lower } from '../edit/lower.ts';
import { type Edit, Refusal, type Splice } from '../edit/tree/edit.ts';
import type { LauncherResource } from '../fixes/generated-change.ts';
import { adviceAtSource, sourceOfTruthHint } from '../fixes/generated-template.ts';
import { misnamed } from '../fixes/near-duplicate-keys.ts';
import { say } from '../i18n/sentence.ts';
import { launcherIn } from '../lint/diagnose.ts';
import type { Options } from '../lint/options.ts';
import type { Diagnostic, FileSplice, RefusedFix, Report } from '../lint/report.ts';
import type { Fix } from '../rule/types.ts';
import type { Document } from '../syntax/document.ts';
import { appliedFix } from './fixed-file.ts';

/**
 * Finds the text for every fix of a report. A fix whose text would damage the template becomes a refusal, and so does
 * one in a template that a tool generates, unless that is asked for.
 */
export function plan(report: Report, options: Pick<Options, 'fixGenerated' | 'constructs'>): Report {
  const refused: RefusedFix[] = [];
  const findings = report.findings.map(diagnostic => {
    const { fix, file } = diagnostic;
    if (!fix) return diagnostic;
    const launchers = launchersOf(diagnostic, report);
    const planned = planFix(fix, file, { ...options, launchers });
    if (!(planned instanceof Refusal)) return { ...diagnostic, fix: planned };
    refused.push({ ...appliedFix(diagnostic), why: planned.why });
    const { constructs } = options;
    const change = { edits: fix.edits, launchers, constructs };
    const advice = options.fixGenerated ? undefined : adviceAtSource(change);
    return { ...diagnostic, fix: undefined, fixRefused: planned.why, ...(advice && { advice }) };
  });
  return { ...report, findings, fixes: { ...report.fixes, refused: [...report.fixes.refused, ...refused] } };
}

function launchersOf({ launchers }: Diagnostic, { documents }: Report): readonly LauncherResource[] {
  return launchers.flatMap(key => {
    const { file, id } = launcherIn(key);
    const document = documents.find(each => each.file === file);
    return document ? [{ document, id }] : [];
  });
}

interface PlanOptions extends Pick<Options, 'fixGenerated' | 'constructs'> {
  /** What starts the tasks that the fix is about. */
  readonly launchers?: readonly LauncherResource[];
}

type PlannedFix = NonNullable<Diagnostic['fix']>;

/**
 * The fix with its text, or what it says to do instead, or why neither can be written.
 *
 * @param file That of the finding, in which a slip is put right.
 */
export function planFix(fix: Fix, file: string, options: PlanOptions): PlannedFix | Refusal {
  const planned = fix.repair
    ? { edits: fix.edits, splices: fix.repair.map(({ range, text }) => ({ file, ...range, text })) }
    : lowerAll(fix.edits, options);
  if (!(planned instanceof Refusal)) return { ...fix, ...planned };
  const fallback = fix.fallback && planFix(fix.fallback, file, options);
  return fallback && !(fallback instanceof Refusal) ? fallback : planned;
}

/** The text for edits, in whichever files they belong. */
function lowerAll(
  edits: readonly Edit[],
  options: PlanOptions,
): Pick<PlannedFix, 'edits' | 'splices'> | Refusal {
  const meant = edits.map(withoutTextOfOthers);
  const documents = new Set(meant.map(edit => edit.at.document));
  if (documents.size === 0) return new Refusal(say`There is nothing to change.`);
  const splices: FileSplice[] = [];
  for (const document of documents) {
    const own = meant.filter(edit => edit.at.document === document);
    const lowered = lowerIn(document, own, options);
    if (lowered instanceof Refusal) return lowered;
    splices.push(...lowered.map(each => ({ file: document.file, ...each })));
  }
  return { edits: meant, splices };
}

/** A value moves with its text and comments within a file; in another one it is written anew. */
function withoutTextOfOthers(edit: Edit): Edit {
  if (!('value' in edit) || !edit.textOf || edit.textOf.document === edit.at.document) return edit;
  const { textOf, ...rest } = edit;
  return rest;
}

function lowerIn(
  document: Document,
  edits: readonly Edit[],
  { fixGenerated = false, launchers = [], constructs }: PlanOptions,
): readonly Splice[] | Refusal {
  const instead = fixGenerated ? undefined : sourceOfTruthHint({ edits, launchers, constructs });
  if (instead) return new Refusal(instead);
  if (document.within) return new Refusal(say`It would change text that is embedded in a string.`);
  if (document.problems.some(each => each.kind === 'slip'))
    return new Refusal(say`The syntax has to be fixed first.`);
  if (document.problems.length > 0)
    return new Refusal(say`The template has a duplicate key, so its meaning is unclear.`);
  const why = misnamed(edits);
  return why ? new Refusal(why) : lower(document, edits);
}
