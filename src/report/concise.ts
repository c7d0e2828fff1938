import { say } from '../i18n/sentence.ts';
import type { Report } from '../lint/report.ts';
import { escapeControlsInLine } from './escape-output.ts';
import { refusalOf } from './fix-text.ts';
import type { View } from './view.ts';

/** One line a finding, as compilers write them: editors and problem matchers read it. One, too, for what was fixed. */
export function concise({ findings, fixes }: Report, { done, words }: View): string {
  const applied = words(done === 'Fixed' ? say`fixed` : say`ignored`);
  const lines = [
    ...fixes.applied.flatMap(({ file, files = [file], title, ruleId }) =>
      files.map(each => `${each}: ${applied}: ${words(title)} [${ruleId}]`),
    ),
    ...findings.map(each => {
      const { file, range, severity, message, ruleId } = each;
      const place = `${file}:${range.start.line}:${range.start.column}`;
      const said = [words(message), refusalOf(each, words) ?? []].flat().join(' ');
      return `${place}: ${severity}: ${said} [${ruleId}]`;
    }),
  ];
  return lines.map(line => `${escapeControlsInLine(line)}\n`).join('');
}
