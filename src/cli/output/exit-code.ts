import type { Report, Severity } from '../../index.ts';
import type { Arguments } from '../args/arguments.ts';

/** What an outcome is for a pipeline: 2 is never less than 1, and `--exit-zero` does not touch it. */
export function exitCode(
  report: Report,
  args: Arguments,
  { isWhole, wouldChange }: { readonly isWhole: boolean; readonly wouldChange: boolean },
): 0 | 1 | 2 {
  if (!isWhole) return 2;
  if (args.exitZero) return 0;
  return wouldChange || fails(report, args) ? 1 : 0;
}

const COUNTED: Readonly<Record<Severity, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
};

function fails({ findings }: Report, { failOn, maxWarnings }: Arguments): boolean {
  const warnings = findings.filter(each => each.severity === 'warning').length;
  return warnings > maxWarnings || findings.some(each => COUNTED[failOn].includes(each.severity));
}
