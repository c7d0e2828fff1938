import { say } from '../i18n/sentence.ts';
import type { Diagnostic, Report } from '../lint/report.ts';
import { escapeControls } from './escape-output.ts';
import type { View } from './view.ts';
import { wrap } from './wrap.ts';

/** What was done with one file, or could not be. */
export interface AppliedFixes {
  /** A complete heading, without its colon. */
  readonly title: string;
  readonly items: readonly string[];
}

/** What was fixed, file by file. */
export function applied({ fixes }: Report, { done, words }: View): readonly AppliedFixes[] {
  const lines = fixes.applied.flatMap(({ file, files = [file], title, ruleId }) =>
    files.map(each => ({ file: each, line: `${words(title)} [${ruleId}]` })),
  );
  return byFile(lines, (number, file) =>
    words(done === 'Fixed' ? say`Fixed ${number} in ${file}` : say`Ignored ${number} in ${file}`),
  );
}

/** What cannot be fixed, and why, file by file. */
export function refused(report: Report, { isFixing, done, words }: View): readonly AppliedFixes[] {
  const lines = report.fixes.refused.flatMap(({ file, files = [file], title, why, ruleId }) =>
    files.map(each => ({ file: each, line: `${words(title)} [${ruleId}]: ${words(why)}` })),
  );
  const untried = (done === 'Fixed' ? refusedUntried(report) : []).map(each => {
    const { ruleId, file, range, resource, fixRefused = '' } = each;
    return { file, line: `${resource ?? range.start.line} [${ruleId}]: ${words(fixRefused)}` };
  });
  return byFile([...lines, ...untried], (_, file) =>
    words(
      !isFixing
        ? say`No automatic fix in ${file}`
        : done === 'Fixed'
          ? say`Not fixed in ${file}`
          : say`Not ignored in ${file}`,
    ),
  );
}

/** A report in which what a finding says itself to do instead of its fix is not said again. */
export function withoutAdvised(report: Report): Report {
  const { findings, fixes } = report;
  const advised = new Set(
    findings.filter(each => each.advice).map(({ ruleId, fixRefused }) => `${ruleId} ${fixRefused}`),
  );
  return {
    ...report,
    findings: findings.filter(each => !each.advice),
    fixes: { ...fixes, refused: fixes.refused.filter(({ ruleId, why }) => !advised.has(`${ruleId} ${why}`)) },
  };
}

/** The findings whose fix was not even tried. */
function refusedUntried({ findings, fixes }: Report): readonly Diagnostic[] {
  const listed = new Set(fixes.refused.map(each => `${each.ruleId} ${each.why}`));
  return findings.filter(({ ruleId, fixRefused }) => fixRefused && !listed.has(`${ruleId} ${fixRefused}`));
}

/** For a terminal. */
export function appliedFixesBlock({ title, items }: AppliedFixes, view: View): string {
  const lines = items.map(each => `  - ${wrap(each, view, '    ', 4)}`);
  return [view.paint.strong(`${title}:`), ...lines].join('\n');
}

interface Line {
  readonly file: string;
  readonly line: string;
}

function byFile(
  lines: readonly Line[],
  title: (number: number, file: string) => string,
): readonly AppliedFixes[] {
  return [...new Set(lines.map(each => each.file))].map(file => {
    const own = lines.filter(each => each.file === file).map(each => escapeControls(each.line));
    return { title: title(own.length, escapeControls(file)), items: [...new Set(own)] };
  });
}
