import type { Report } from '../../index.ts';
import type { Arguments } from '../args/arguments.ts';
import { failingSeverities } from '../core/failing-severities.ts';

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

function fails({ findings }: Report, { failOn, maxWarnings }: Arguments): boolean {
  const failing = failingSeverities(findings, failOn, maxWarnings);
  return findings.some(each => failing.includes(each.severity));
}
