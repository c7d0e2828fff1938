import { say } from '../i18n/sentence.ts';
import type { Diagnostic, Readiness, Report } from '../lint/report.ts';
import { type AppliedFixes, applied, refused } from './applied-fixes.ts';
import { summary } from './closing.ts';
import { SEVERITIES } from './counts.ts';
import { escapeControls, prose } from './escape-output.ts';
import { findingsByImpact } from './finding-order.ts';
import { sentence } from './finding-text.ts';
import { fixedTogether, flagsOf, titleOf } from './fix-text.ts';
import { fixedWith } from './fixed-with.ts';
import { nextStepsMarkdown } from './next-steps/next-steps-markdown.ts';
import { answers, reasons, STANDING, servicesByVerdict } from './standing.ts';
import { uncheckedRows } from './unchecked-summary.ts';
import { PLAIN, TOOL, type View } from './view.ts';
import { omitted, worstFindings, worstServices } from './worst.ts';

/** For a pull request, or the summary of a workflow's job. What templates say is text in it, and nothing else. */
export function markdown(report: Report, view: View): string {
  const { words, most } = view;
  const findings = worstFindings(findingsByImpact(report, view.rules), most);
  const services = worstServices(servicesByVerdict(report.services), most);
  const left = omitted(report.findings, findings);
  const unseen = report.services.length - services.length;
  const blocks = [
    `## ${TOOL.name}`,
    report.documents.length > 0
      ? prose(summary(report, { ...view, paint: PLAIN, columns: Number.POSITIVE_INFINITY }))
      : words(say`No template was checked.`),
    ...(left ? [words(left)] : []),
    ...(unseen > 0 ? [words(say`${unseen} of ${report.services.length} services are left out.`)] : []),
    ...table(
      ['', words(say`checked`), words(say`sessions`), words(say`because of`)],
      services.map(each => standingRow(each, view)),
    ),
    ...table(
      ['', words(say`where`), words(say`what`)],
      findings.map(each => findingRow(each, report, view)),
    ),
    ...[...applied(report, view), ...refused(report, view)]
      .slice(0, most)
      .map(each => appliedFixes(each, view)),
    ...uncheckedBlock(report, view),
    ...(report.nextSteps ? [nextStepsMarkdown(report.nextSteps, view)] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function uncheckedBlock({ unchecked }: Report, { words }: View): readonly string[] {
  const items = uncheckedRows(unchecked).map(row => `- ${prose(words(row))}`);
  return items.length > 0 ? [`${words(say`Left out`)}:`, items.join('\n')] : [];
}

function standingRow(service: Readiness, { words }: View): readonly string[] {
  const { noun, resource, file, line, verdict } = service;
  const subject = `${words(noun)} ${prose(resource)} (${prose(file)}:${line})`;
  return [
    `**${words(STANDING[verdict].text)}**`,
    subject,
    prose(escapeControls(words(answers(service)))),
    reasons(service)
      .map(each => `\`${each}\``)
      .join(', '),
  ];
}

function findingRow(
  diagnostic: Diagnostic,
  { findings }: Report,
  { fromRoot, words }: View,
): readonly string[] {
  const { severity, file, range, ruleId, url, fix } = diagnostic;
  const settling = fixedWith(diagnostic, findings);
  const title = fix && prose(escapeControls(words(titleOf(fix, file, fromRoot))));
  const own = fix && title ? ` ${words(say`Fix: ${title} (\`${flagsOf(fix)}\`).`)}` : '';
  const cure = settling ? ` ${prose(words(say`${fixedTogether(settling)}.`))}` : own;
  const what = `${prose(sentence(diagnostic, words))}${cure} [\`${ruleId}\`](${url})`;
  return [
    `**${words(SEVERITIES[severity])}**`,
    `${prose(escapeControls(fromRoot(file)))}:${range.start.line}`,
    what,
  ];
}

function appliedFixes({ title, items }: AppliedFixes, { words, most }: View): string {
  const more = items.length - most;
  const shown = [...items.slice(0, most), ...(more > 0 ? [words(say`${more} more`)] : [])];
  return [`${prose(title)}:`, '', ...shown.map(each => `- ${prose(each)}`)].join('\n');
}

/** Nothing without rows. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')];
}
