import type { Diagnostic, Readiness, Report } from '../lint/report.ts';
import { summary } from './closing.ts';
import { applied, type Deeds, refused } from './fixes.ts';
import { prose } from './prose.ts';
import { sentence } from './sentence.ts';
import { reasons, STANDING } from './standing.ts';
import { PLAIN, TOOL, type View } from './view.ts';
import { visible } from './visible.ts';

/** For a pull request, or the summary of a workflow's job. What templates say is text in it, and nothing else. */
export function markdown(report: Report, view: View): string {
  const { services, findings } = report;
  const blocks = [
    `## ${TOOL.name}`,
    report.documents.length > 0
      ? prose(summary(report, { ...view, paint: PLAIN }))
      : 'No template was checked.',
    ...(services.length > 0 ? [table(['', 'checked', 'because of'], services.map(standingRow))] : []),
    ...(findings.length > 0
      ? [
          table(
            ['', 'where', 'what'],
            findings.map(each => findingRow(each, view)),
          ),
        ]
      : []),
    ...[...applied(report, view), ...refused(report, view)].map(deeds),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function standingRow(service: Readiness): readonly string[] {
  const { noun, resource, file, line, verdict } = service;
  const subject = `${noun} ${prose(resource)} (${prose(file)}:${line})`;
  return [
    `**${STANDING[verdict].text}**`,
    subject,
    reasons(service)
      .map(each => `\`${each}\``)
      .join(', '),
  ];
}

function findingRow(diagnostic: Diagnostic, { fromRoot }: View): readonly string[] {
  const { severity, file, range, ruleId, url, fix } = diagnostic;
  const flags = fix?.safety === 'safe' ? '--fix' : '--fix --unsafe-fixes';
  const cure = fix ? ` Fix: ${prose(visible(fix.title))} (\`${flags}\`).` : '';
  const what = `${prose(sentence(diagnostic))}${cure} [\`${ruleId}\`](${url})`;
  return [`**${severity}**`, `${prose(visible(fromRoot(file)))}:${range.start.line}`, what];
}

function deeds({ title, items }: Deeds): string {
  return [`${prose(title)}:`, '', ...items.map(each => `- ${prose(each)}`)].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
