import type { Report } from '../lint/report.ts';
import { visible } from './visible.ts';

/** One line a finding, as compilers write them: editors and problem matchers read it. */
export function concise(report: Report): string {
  return report.findings
    .map(({ file, range: { start }, severity, message, ruleId }) =>
      visible(`${file}:${start.line}:${start.column}: ${severity}: ${message} [${ruleId}]`).concat('\n'),
    )
    .join('');
}
