import type { Report, Severity } from '../../index.ts';

const FROM: Readonly<Record<Severity, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
};

/** The severities whose findings fail a run: those from `failOn` up, and warnings where there are more than allowed. */
export function failingSeverities(
  findings: Report['findings'],
  failOn: Severity,
  maxWarnings: number,
): readonly Severity[] {
  const warnings = findings.filter(each => each.severity === 'warning').length;
  return warnings > maxWarnings ? [...FROM[failOn], 'warning'] : FROM[failOn];
}
