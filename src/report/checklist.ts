import { say } from '../i18n/sentence.ts';
import type { Check, Diagnostic, Readiness, Report } from '../lint/report.ts';
import { applied, appliedFixesBlock, refused } from './applied-fixes.ts';
import { row, section, type Word } from './check-rows.ts';
import { summary } from './closing.ts';
import { escapeControls } from './escape-output.ts';
import { sentence } from './finding-text.ts';
import { nextStepsBlock } from './next-steps/next-steps-block.ts';
import { answers, checksOf, findingsApart, notVisible, standing } from './standing.ts';
import { omitted } from './unchecked-summary.ts';
import type { View } from './view.ts';
import { wrap } from './wrap.ts';

/** For every service all checks, whether they pass, fail or could not be decided, and why. */
export function checklist(report: Report, view: View): string {
  const apart = findingsApart(report);
  const blocks = [
    ...applied(report, view).map(each => appliedFixesBlock(each, view)),
    ...report.services.map(each => list(each, view)),
    ...(apart.length > 0 ? [others(apart, view)] : []),
    ...refused(report, view).map(each => appliedFixesBlock(each, view)),
    ...(report.documents.length > 0 ? [summary(report, view), omitted(report, view)] : []),
    ...(report.nextSteps ? [nextStepsBlock(report, view)] : []),
  ];
  const text = blocks.filter(block => block !== '').join('\n\n');
  return text === '' ? '' : `${text}\n`;
}

function list(service: Readiness, view: View): string {
  const title = view.paint.strong(standing(service, view));
  const checks = checksOf(service, view).toSorted((a, b) => rankOf(a, service) - rankOf(b, service));
  const hidden = checks.filter(each => each.status === 'not-visible');
  return [
    `${title}:`,
    `  ${wrap(escapeControls(view.words(answers(service))), view, '  ', 2)}`,
    ...checks.filter(each => !hidden.includes(each)).map(check => item(check, service, view)),
    ...section(say`Not visible in the given templates`, notVisible(hidden), view),
    ...section(say`Not visible in a template`, service.outside, view),
  ].join('\n');
}

/** What fails comes first: what keeps sessions from opening, then from being recorded, then the rest. */
function rankOf({ id, status }: Check, { opens, recorded }: Readiness): number {
  if (status === 'unknown') return 3;
  if (status !== 'fail') return 4;
  if (opens.because.includes(id)) return 0;
  return recorded.because.includes(id) ? 1 : 2;
}

function wordOf({ status, severity, detail }: Check): Word {
  switch (status) {
    case 'pass':
      return detail === undefined ? 'pass' : 'ignored';
    case 'unknown':
      return 'undecided';
    case 'not-applicable':
    case 'not-visible':
    case 'skipped':
      return 'inapplicable';
    case 'fail':
      return severity === 'error' ? 'fail' : severity;
  }
}

function item(check: Check, { file }: Readiness, view: View): string {
  const { id, detail, line } = check;
  const elsewhere = check.file !== undefined && check.file !== file ? check.file : undefined;
  const place =
    line === undefined
      ? id
      : elsewhere === undefined
        ? say`${id}, line ${line}`
        : say`${id}, line ${line} of ${elsewhere}`;
  return row(wordOf(check), detail ? say`${place}: ${detail}` : place, view);
}

const FOUND: Readonly<Record<Diagnostic['severity'], Word>> = {
  error: 'fail',
  warning: 'warning',
  info: 'info',
};

function others(findings: readonly Diagnostic[], view: View): string {
  const rows = findings.map(each => {
    const { file, range, ruleId, severity } = each;
    const what = sentence(each, view.words);
    return row(FOUND[severity], `${ruleId}, ${file}:${range.start.line}: ${what}`, view);
  });
  return [view.paint.strong(`${view.words(say`not tied to a service`)}:`), ...rows].join('\n');
}
