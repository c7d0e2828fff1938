import type { Diagnostic, Report } from '../lint/report.ts';
import type { Severity } from '../rule/types.ts';
import { describeConstruct } from './construct-source.ts';
import { escapeControls } from './escape-output.ts';
import { sentenceWithFix } from './fix-text.ts';
import type { View } from './view.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** So many annotations of a level does a step show; the others are only in its log. */
const MOST_SHOWN = 10;

/** Workflow commands, from which GitHub Actions makes annotations: one line a finding. */
export function github({ findings }: Report, view: View): string {
  const lines = findings.map(each => command(each, view));
  return [...tooMany(findings), ...lines].map(line => `${line}\n`).join('');
}

function command(diagnostic: Diagnostic, { fromRoot }: View): string {
  const { severity, ruleId, source } = diagnostic;
  const properties = Object.entries({ ...placeOf(diagnostic, fromRoot), title: ruleId });
  const written = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
  return `::${LEVELS[severity]} ${written}::${data(sentenceWithFix(diagnostic, fromRoot))}${source ? data(` (${escapeControls(String(describeConstruct(source)))})`) : ''}`;
}

/** Where a construct is made, or else where the template says what is wrong. */
function placeOf(
  { file, range, source }: Diagnostic,
  fromRoot: View['fromRoot'],
): Readonly<Record<string, unknown>> {
  const [made] = source?.frames ?? [];
  if (made) return { file: escapeControls(fromRoot(made.file)), line: made.line, col: made.column };
  const { start, end } = range;
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  return { file: escapeControls(fromRoot(file)), line: start.line, endLine: end.line, ...columns };
}

/** Said first, or it would be cut too. */
function tooMany(findings: readonly Diagnostic[]): readonly string[] {
  const severities: readonly Severity[] = ['error', 'warning', 'info'];
  const counts = severities.map(severity => ({
    severity,
    number: findings.filter(each => each.severity === severity).length,
  }));
  if (counts.every(({ number }) => number <= MOST_SHOWN)) return [];
  const all = counts
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => `${number} ${LEVELS[severity]}${number === 1 ? '' : 's'}`)
    .join(', ');
  return [
    `::notice title=ecs-exec-lint::${all}. GitHub shows ${MOST_SHOWN} annotations of a level; the log of this step has all.`,
  ];
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
