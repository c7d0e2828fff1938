import type { ErrorMessage } from '../error-messages/error-message.ts';
import {
  AGENT_NOT_RUNNING,
  FIRELENS,
  INSTANCE_TOO_OLD,
  type OutsideCause,
  PLUGIN_AND_CLI,
  SERVICE_CONTROL_POLICY,
  TASK_STARTED_BEFORE,
} from '../error-messages/outside-causes.ts';
import { recognizeErrors } from '../error-messages/recognize-errors.ts';
import type { Check, CheckStatus, Diagnostic, Readiness, Report } from '../lint/report.ts';
import type { Rule } from '../rule/types.ts';
import { CauseRanking, type CauseStatus, type ErrorCause } from './cause-ranking.ts';
import { findingsApart, findingsOfChecks, serviceKey } from './standing.ts';

/** Why an error message is seen: what the templates show, ranked, and what no template shows. */
export interface ErrorExplanation {
  /** The messages that were recognized, the one that says the most first; empty where none was. */
  readonly messages: readonly ErrorMessage[];
  /** Whether a template can show a cause: there is a rule for one. */
  readonly isVisible: boolean;
  /** For each service, and whatever else starts tasks: those with something that fails come first. */
  readonly services: readonly ServiceCauses[];
  /** What is wrong with a template as a whole, and belongs to no service. */
  readonly besides: readonly ErrorCause[];
  /** The causes that no template shows, the most likely first. */
  readonly outside: readonly OutsideCause[];
}

/** The possible causes in one service, ranked. */
export interface ServiceCauses extends Pick<Readiness, 'resource' | 'noun' | 'file' | 'line' | 'verdict'> {
  readonly causes: readonly ErrorCause[];
}

/**
 * Explains a text that somebody pasted, by a report on the templates. For all causes the report has to be pedantic, and
 * nothing in it ignored. Of the text itself nothing is in the answer.
 */
export function explain(text: string, report: Report, rules: readonly Rule[]): ErrorExplanation {
  const messages = recognizeErrors(text);
  const ranking = new CauseRanking(messages, rules);
  const apart = findingsApart(report).filter(each => ranking.isCause(each.ruleId));
  const findingOf = findingsOfChecks(report);
  const services = report.services.map(service => {
    const checks = service.checks.filter(each => ranking.isCause(each.id));
    const findings = apart.filter(each => each.launchers.includes(serviceKey(service)));
    const causes = ranking.sorted([
      ...checks.flatMap(each => causeOfCheck(each, findingOf(each))),
      ...findings.map(causeOfFinding),
    ]);
    const { resource, noun, file, line, verdict } = service;
    return { resource, noun, file, line, verdict, causes };
  });
  const keys = new Set(report.services.map(serviceKey));
  return {
    messages,
    isVisible: rules.some(each => ranking.isCause(each.id)),
    services: [...services.filter(hasFailure), ...services.filter(each => !hasFailure(each))],
    besides: ranking.sorted(
      apart.filter(each => !each.launchers.some(key => keys.has(key))).map(causeOfFinding),
    ),
    outside: outsideOf(messages, report),
  };
}

/** Of those that only some services have, only what one of these has. */
function outsideOf(messages: readonly ErrorMessage[], { services }: Report): readonly OutsideCause[] {
  const all = messages.length === 0 ? USUAL : new Set(messages.flatMap(each => each.outside));
  const own = new Set(services.flatMap(each => each.outside).map(String));
  return [...all].filter(
    each => services.length === 0 || !OF_SOME.includes(each) || own.has(String(each.says)),
  );
}

const OF_SOME: readonly OutsideCause[] = [INSTANCE_TOO_OLD, FIRELENS];

/** What to look at where a message is not known. */
const USUAL: readonly OutsideCause[] = [
  TASK_STARTED_BEFORE,
  AGENT_NOT_RUNNING,
  PLUGIN_AND_CLI,
  SERVICE_CONTROL_POLICY,
];

/** Whether something in a service fails that may be the cause. */
export function hasFailure({ causes }: ServiceCauses): boolean {
  return causes[0]?.status === 'fails';
}

const STATUSES: Readonly<Record<CheckStatus, CauseStatus | undefined>> = {
  fail: 'fails',
  unknown: 'undecided',
  'not-visible': 'not-visible',
  pass: 'passes',
  'not-applicable': undefined,
  skipped: undefined,
};

function causeOfCheck(check: Check, finding: Diagnostic | undefined): readonly ErrorCause[] {
  const { id, severity, detail, file, line } = check;
  const status = STATUSES[check.status];
  const isFixable = finding?.fix !== undefined;
  return status === undefined ? [] : [{ ruleId: id, status, severity, detail, file, line, isFixable }];
}

function causeOfFinding({ ruleId, sure, severity, message, file, range, fix }: Diagnostic): ErrorCause {
  const status = sure ? 'fails' : 'undecided';
  const line = range.start.line;
  return { ruleId, status, severity, detail: message, file, line, isFixable: fix !== undefined };
}
