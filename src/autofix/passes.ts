import { say } from '../i18n/sentence.ts';
import type { Diagnostic, Report } from '../lint/report.ts';
import type { Document } from '../syntax/document.ts';
import { type Failure, failures, STILL_THERE } from './failures.ts';
import { type FixedFile, untouched } from './fixed-file.ts';
import { pass, type Refuse } from './pass.ts';
import { withoutDoubts } from './preconditions.ts';

/** A fix may bring findings that other fixes are for: a role is made, then given permissions. It takes three or four passes. */
const MOST_PASSES = 10;

export interface Passed {
  readonly files: readonly FixedFile[];
  /** Of the files as they are now. */
  readonly report: Report;
  readonly failed: readonly Failure[];
}

/** What passes ask of the run that they are part of. */
export interface Run {
  readonly look: (files: readonly FixedFile[]) => Report;
  readonly filter: (diagnostic: Diagnostic) => boolean;
  readonly refuse: Refuse;
  /** What must not come of fixes, and which of them are to blame for it. */
  readonly regressions: (files: readonly FixedFile[]) => readonly Failure[];
}

/** Pass after pass, until there is nothing left to do. */
export function passes(documents: readonly Document[], first: Report, run: Run): Passed {
  const seen = new Map(documents.map(each => [each.file, new Map([[each.text, 0]])]));
  let files: readonly FixedFile[] = documents.map(untouched);
  let report = first;
  for (let i = 0; i < MOST_PASSES; i++) {
    const next = pass(files, wantedOf(report, run), run.refuse);
    if (next.every((file, k) => file === files[k]))
      return { files, report, failed: failed(files, first, report, run) };
    const vain = next.flatMap((file, k) => inVain(files[k] ?? file, file, seen));
    if (vain.length > 0) return { files, report, failed: vain };
    files = next;
    report = run.look(files);
  }
  for (const each of wantedOf(report, run))
    run.refuse(each, say`After ${MOST_PASSES} passes, it was still waiting for other fixes.`);
  return { files, report, failed: failed(files, first, report, run) };
}

/** What did not do what it was for comes first, since it may be why others make things worse. */
function failed(files: readonly FixedFile[], first: Report, last: Report, run: Run): readonly Failure[] {
  const useless = failures(files, first, last);
  return useless.length > 0 ? useless : run.regressions(files);
}

function wantedOf(report: Report, { filter }: Run): readonly Diagnostic[] {
  return withoutDoubts(report.findings.filter(each => each.fix !== undefined && filter(each)));
}

/**
 * The fixes of a pass that change nothing, or that bring back a text that was there before, and would do so for ever.
 */
function inVain(
  was: FixedFile,
  is: FixedFile,
  seen: ReadonlyMap<string, Map<string, number>>,
): readonly Failure[] {
  if (was === is) return [];
  const { text } = is.after;
  if (text === was.after.text) return is.made.slice(was.made.length).map(fix => ({ fix, why: STILL_THERE }));
  const earlier = seen.get(is.before.file);
  const count = earlier?.get(text);
  earlier?.set(text, is.made.length);
  if (count === undefined) return [];
  return is.made.slice(count).map(fix => ({ fix, why: say`It and other fixes would undo one another.` }));
}
