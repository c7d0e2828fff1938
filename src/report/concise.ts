import { say } from '../lang/sentence.ts';
import type { Report } from '../lint/report.ts';
import type { View } from './view.ts';
import { visibleLine } from './visible.ts';

/** One line a finding, as compilers write them: editors and problem matchers read it. One, too, for what was mended. */
export function concise({ findings, fixes }: Report, { done, words }: View): string {
  const deed = words(done === 'Fixed' ? say`fixed` : say`ignored`);
  const lines = [
    ...fixes.applied.map(({ file, title, ruleId }) => `${file}: ${deed}: ${words(title)} [${ruleId}]`),
    ...findings.map(({ file, range: { start }, severity, message, ruleId }) => {
      const place = `${file}:${start.line}:${start.column}`;
      return `${place}: ${severity}: ${words(message)} [${ruleId}]`;
    }),
  ];
  return lines.map(line => `${visibleLine(line)}\n`).join('');
}
