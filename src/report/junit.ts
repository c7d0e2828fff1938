import { english } from '../i18n/words.ts';
import type { Check, Diagnostic, Readiness, Report } from '../lint/report.ts';
import type { UncheckedService } from '../lint/unchecked.ts';
import { escapeControls } from './escape-output.ts';
import { refusalOf, sentenceWithRefusal } from './fix-text.ts';
import { answers, checksOf, findingsApart, findingsOfChecks } from './standing.ts';
import { TOOL, type View } from './view.ts';

interface Case {
  readonly name: string;
  readonly kind: 'passed' | 'failure' | 'skipped';
  /** `error` or `warning`, for a failure. */
  readonly type: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
}

/**
 * JUnit's XML: a suite for each template, a case for each service and check, passed ones included. What could not be
 * decided or was not asked, advice, and what a baseline silences is skipped. Both answers about a service are properties
 * of its suite. What no service's check tells of is a case of its own. Times are 0, so that one input has one report.
 */
export function junit(report: Report, view: View): string {
  const apart = findingsApart(report);
  const findingOf = findingsOfChecks(report);
  const knownOf = findingsOfChecks({ findings: report.baseline?.known ?? [] });
  const suites = report.documents.map(({ file }) => {
    const own = report.services.filter(each => each.file === file);
    const cases = [
      ...own.flatMap(each =>
        checksOf(each, view).map(check =>
          knownOf(check) && !findingOf(check)
            ? { ...caseOf(each, check, undefined, view), kind: 'skipped' as const }
            : caseOf(each, check, findingOf(check), view),
        ),
      ),
      ...report.unchecked.services.filter(each => each.file === file).flatMap(each => exempt(each, view)),
      ...apart.filter(each => each.file === file).map(each => caseApart(each, view)),
    ];
    return { name: view.fromRoot(file), properties: own.map(property), cases: distinct(cases) };
  });
  const all = suites.flatMap(each => each.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${TOOL.name}" ${counts(all)} time="0">`,
    ...suites.flatMap(({ name, properties, cases }) => [
      `  <testsuite name="${xml(name)}" ${counts(cases)} time="0">`,
      ...(properties.length > 0
        ? ['    <properties>', ...properties.map(each => `      ${each}`), '    </properties>']
        : []),
      ...cases.flatMap(each => lines(each, name)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function caseOf(service: Readiness, check: Check, finding: Diagnostic | undefined, { fromRoot }: View): Case {
  const { id, status, severity, detail, file = service.file, line } = check;
  const refusal = finding && refusalOf(finding);
  const isFailure = status === 'fail' && severity !== 'info';
  return {
    name: `${service.resource}: ${id}`,
    kind: status === 'pass' ? 'passed' : isFailure ? 'failure' : 'skipped',
    type: severity,
    message: [detail ?? '', refusal ?? []].flat().join(' '),
    file: fromRoot(line === undefined ? service.file : file),
    line: line ?? service.line,
  };
}

/** Both answers about a launcher. */
function property(service: Readiness): string {
  return `<property name="${xml(service.resource)}" value="${xml(english(answers(service)))}"/>`;
}

/** A service of which nothing was asked, since nobody is to ask whether it has ECS Exec on. */
function exempt({ resource, file, line, reason }: UncheckedService, { fromRoot }: View): readonly Case[] {
  if (reason !== 'ignored') return [];
  const message = 'Not checked: the service is exempt from ECS Exec, so nothing else was asked of it.';
  const name = `${resource}: not checked`;
  return [{ name, kind: 'skipped', type: 'info', message, file: fromRoot(file), line }];
}

function caseApart(diagnostic: Diagnostic, { fromRoot }: View): Case {
  const { ruleId, severity, file, range, resource } = diagnostic;
  const subject = resource ?? `line ${range.start.line}`;
  return {
    name: `${subject}: ${ruleId}`,
    kind: severity === 'info' ? 'skipped' : 'failure',
    type: severity,
    message: sentenceWithRefusal(diagnostic),
    file: fromRoot(file),
    line: range.start.line,
  };
}

/** Cases of one name would be taken for one. */
function distinct(cases: readonly Case[]): readonly Case[] {
  const times = new Map<string, number>();
  return cases.map(each => {
    const time = (times.get(each.name) ?? 0) + 1;
    times.set(each.name, time);
    return time === 1 ? each : { ...each, name: `${each.name} (${time})` };
  });
}

function counts(cases: readonly Case[]): string {
  const of = (kind: Case['kind']): number => cases.filter(each => each.kind === kind).length;
  return `tests="${cases.length}" failures="${of('failure')}" errors="0" skipped="${of('skipped')}"`;
}

function lines({ name, kind, type, message, file, line }: Case, suite: string): readonly string[] {
  const start = `    <testcase classname="${xml(suite)}" name="${xml(name)}" file="${xml(file)}" line="${line}" time="0"`;
  switch (kind) {
    case 'passed':
      return [`${start}/>`];
    case 'skipped':
      return [`${start}>`, `      <skipped message="${xml(message)}"/>`, '    </testcase>'];
    case 'failure':
      return [
        `${start}>`,
        `      <failure type="${type}" message="${xml(message)}">${xml(`${file}:${line}: ${message}`)}</failure>`,
        '    </testcase>',
      ];
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that XML 1.0 has no way to write are spelled out. */
function xml(text: string): string {
  return escapeControls(text)
    .replace(/[\uFFFE\uFFFF]/g, character => `\\u${character.charCodeAt(0).toString(16)}`)
    .replace(/[&<>"']/g, character => ENTITIES[character] ?? '');
}
