import type { Check, Diagnostic, Readiness, Report } from '../lint/report.ts';
import { checksOf, findingsApart } from './checks.ts';
import { summary } from './closing.ts';
import { applied, deedsBlock, refused } from './fixes.ts';
import { sentence } from './sentence.ts';
import { standing } from './standing.ts';
import type { Paint, View } from './view.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

/** For every service all checks, whether they pass, fail or could not be decided, and why. */
export function checklist(report: Report, view: View): string {
  const apart = findingsApart(report);
  const blocks = [
    ...applied(report, view).map(each => deedsBlock(each, view)),
    ...report.services.map(each => list(each, view)),
    ...(apart.length > 0 ? [others(apart, view)] : []),
    ...refused(report, view).map(each => deedsBlock(each, view)),
    ...(report.documents.length > 0 ? [summary(report, view)] : []),
  ];
  return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : '';
}

function list(service: Readiness, view: View): string {
  const title = view.paint.strong(standing(service, view.paint));
  const checks = checksOf(service, view);
  return [`${title}:`, ...checks.map(check => item(check, service, view))].join('\n');
}

type Word = 'pass' | 'ignored' | 'fail' | 'warning' | 'advice' | 'undecided';

const PAINTS: Readonly<Record<Word, keyof Paint>> = {
  pass: 'good',
  ignored: 'faint',
  fail: 'error',
  warning: 'warning',
  advice: 'info',
  undecided: 'warning',
};

function wordOf({ status, severity, detail }: Check): Word {
  switch (status) {
    case 'pass':
      return detail === '' ? 'pass' : 'ignored';
    case 'unknown':
      return 'undecided';
    case 'fail':
      return severity === 'error' ? 'fail' : severity === 'warning' ? 'warning' : 'advice';
  }
}

const WIDTH = 'undecided'.length;

function item(check: Check, { file }: Readiness, view: View): string {
  const { id, detail, line } = check;
  const elsewhere = check.file !== undefined && check.file !== file ? ` of ${check.file}` : '';
  const place = line === undefined ? '' : `, line ${line}${elsewhere}`;
  return row(wordOf(check), `${id}${place}${detail === '' ? '' : `: ${detail}`}`, view);
}

function row(word: Word, text: string, view: View): string {
  const start = WIDTH + 4;
  const words = wrap(visible(text), view, ' '.repeat(start), start);
  return `  ${view.paint[PAINTS[word]](word)}${' '.repeat(WIDTH - word.length)}  ${words}`;
}

const FOUND: Readonly<Record<Diagnostic['severity'], Word>> = {
  error: 'fail',
  warning: 'warning',
  info: 'advice',
};

function others(findings: readonly Diagnostic[], view: View): string {
  const rows = findings.map(each => {
    const { file, range, ruleId, severity } = each;
    return row(FOUND[severity], `${ruleId}, ${file}:${range.start.line}: ${sentence(each)}`, view);
  });
  return [view.paint.strong('besides:'), ...rows].join('\n');
}
