import type { Diagnostic } from '../lint/report.ts';

/** A finding that has a fix. */
export type WithFix = Diagnostic & { readonly fix: NonNullable<Diagnostic['fix']> };

/** The finding whose fix settles the cause of another one, which has no fix of its own. */
export function fixedWith(diagnostic: Diagnostic, findings: readonly Diagnostic[]): WithFix | undefined {
  const { fix, fixRefused, fixedBy = [], launchers } = diagnostic;
  if (fix || fixRefused || fixedBy.length === 0) return undefined;
  return findings
    .filter(hasFix)
    .find(each => fixedBy.includes(each.ruleId) && each.launchers.some(other => launchers.includes(other)));
}

export function hasFix(diagnostic: Diagnostic): diagnostic is WithFix {
  return diagnostic.fix !== undefined;
}
