import type { Check, Readiness, Report } from '../lint/report.ts';

/** A check that could not be decided, and the file that it is about. */
export interface UndecidedCheck {
  readonly check: Check;
  readonly file: string;
}

/** What could not be decided of a launcher. What is only likely is a finding already. */
export function undecidedChecks(
  { file, checks }: Readiness,
  { findings }: Report,
): readonly UndecidedCheck[] {
  return checks
    .filter(check => check.status === 'unknown')
    .filter(
      check =>
        !findings.some(
          each => each.ruleId === check.id && String(each.message).startsWith(String(check.detail ?? '')),
        ),
    )
    .map(check => ({ check, file: check.file ?? file }));
}
