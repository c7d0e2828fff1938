import { say } from '../lang/sentence.ts';
import type { Diagnostic, Readiness, Report } from '../lint/report.ts';
import { summary } from './closing.ts';
import { flagsOf, titleOf } from './fix-text.ts';
import { applied, type Deeds, refused } from './fixes.ts';
import { prose } from './prose.ts';
import { sentence } from './sentence.ts';
import { SEVERITIES } from './severities.ts';
import { reasons, STANDING } from './standing.ts';
import { PLAIN, TOOL, type View } from './view.ts';
import { visible } from './visible.ts';

/** For a pull request, or the summary of a workflow's job. What templates say is text in it, and nothing else. */
export function markdown(report: Report, view: View): string {
  const { services, findings } = report;
  const blocks = [
    `## ${TOOL.name}`,
    report.documents.length > 0
      ? prose(summary(report, { ...view, paint: PLAIN, columns: Number.POSITIVE_INFINITY }))
      : view.words(say`No template was checked.`),
    ...(services.length > 0
      ? [
          table(
            ['', view.words(say`checked`), view.words(say`because of`)],
            services.map(each => standingRow(each, view)),
          ),
        ]
      : []),
    ...(findings.length > 0
      ? [
          table(
            ['', view.words(say`where`), view.words(say`what`)],
            findings.map(each => findingRow(each, view)),
          ),
        ]
      : []),
    ...[...applied(report, view), ...refused(report, view)].map(deeds),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function standingRow(service: Readiness, { words }: View): readonly string[] {
  const { noun, resource, file, line, verdict } = service;
  const subject = `${words(noun)} ${prose(resource)} (${prose(file)}:${line})`;
  return [
    `**${words(STANDING[verdict].text)}**`,
    subject,
    reasons(service)
      .map(each => `\`${each}\``)
      .join(', '),
  ];
}

function findingRow(diagnostic: Diagnostic, { fromRoot, words }: View): readonly string[] {
  const { severity, file, range, ruleId, url, fix } = diagnostic;
  const title = fix && prose(visible(words(titleOf(fix, file, fromRoot))));
  const cure = fix && title ? ` ${words(say`Fix: ${title} (\`${flagsOf(fix)}\`).`)}` : '';
  const what = `${prose(sentence(diagnostic, words))}${cure} [\`${ruleId}\`](${url})`;
  return [
    `**${words(SEVERITIES[severity])}**`,
    `${prose(visible(fromRoot(file)))}:${range.start.line}`,
    what,
  ];
}

function deeds({ title, items }: Deeds): string {
  return [`${prose(title)}:`, '', ...items.map(each => `- ${prose(each)}`)].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
