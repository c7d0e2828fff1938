import type { ErrorMessage, ErrorMessageId } from '../error-messages/error-message.ts';
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
import type { Sentence } from '../i18n/sentence.ts';
import type { Check, CheckStatus, Diagnostic, Readiness, Report } from '../lint/report.ts';
import type { Rule, Severity } from '../rule/types.ts';
import { findingsApart, findingsOfChecks } from './standing.ts';

/** Why an error message is seen: what the templates show, ranked, and what no template shows. */
export interface ErrorExplanation {
  /** The messages that were recognized, the one that says the most first; empty where none was. */
  readonly messages: readonly ErrorMessage[];
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

/** A possible cause of an error message: what a rule says of it. */
export interface ErrorCause {
  readonly ruleId: string;
  readonly status: CauseStatus;
  readonly severity: Severity;
  /** What is wrong, or what would decide it: a complete sentence. Nothing for what passes. */
  readonly detail: Sentence | undefined;
  readonly file: string | undefined;
  readonly line: number | undefined;
  /** Whether there is a fix for it, which another cause of the same defect may have in its place. */
  readonly isFixable: boolean;
}

/** From what is a cause to what is none; `not-visible` is what no given template holds. */
export type CauseStatus = 'fails' | 'undecided' | 'not-visible' | 'passes';

/**
 * Explains a text that somebody pasted, by a report on the templates. For all causes the report has to be pedantic, and
 * nothing in it ignored. Of the text itself nothing is in the answer.
 */
export function explain(text: string, report: Report, rules: readonly Rule[]): ErrorExplanation {
  const messages = recognizeErrors(text);
  const ranking = new Ranking(messages, rules);
  const apart = findingsApart(report).filter(each => ranking.isCause(each.ruleId));
  const findingOf = findingsOfChecks(report);
  const services = report.services.map(service => {
    const checks = service.checks.filter(each => ranking.isCause(each.id));
    const findings = apart.filter(each => each.launchers.includes(keyOf(service)));
    const causes = ranking.sorted([
      ...checks.flatMap(each => causeOfCheck(each, findingOf(each))),
      ...findings.map(causeOfFinding),
    ]);
    const { resource, noun, file, line, verdict } = service;
    return { resource, noun, file, line, verdict, causes };
  });
  const keys = new Set(report.services.map(keyOf));
  return {
    messages,
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

/** How findings name the launchers that they are about. */
function keyOf({ file, resource }: Readiness): string {
  return JSON.stringify([file, resource]);
}

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

const BY_STATUS: readonly CauseStatus[] = ['fails', 'undecided', 'not-visible', 'passes'];
const BY_SEVERITY: readonly Severity[] = ['error', 'warning', 'info'];

/** How likely rules find the cause of messages: where none is known, all of them may. */
class Ranking {
  readonly #ids: ReadonlySet<ErrorMessageId>;
  readonly #rules: ReadonlyMap<string, { readonly rule: Rule; readonly index: number }>;

  constructor(messages: readonly ErrorMessage[], rules: readonly Rule[]) {
    this.#ids = new Set(messages.map(each => each.id));
    this.#rules = new Map(rules.map((rule, index) => [rule.id, { rule, index }]));
  }

  isCause(ruleId: string): boolean {
    return this.#ids.size === 0 || this.#likelihood(ruleId) < Number.POSITIVE_INFINITY;
  }

  /** Of all that may be a cause, only what does not pass. */
  #isWorthSaying({ status }: ErrorCause): boolean {
    return this.#ids.size > 0 || status !== 'passes';
  }

  sorted(causes: readonly ErrorCause[]): readonly ErrorCause[] {
    const ranks = causes
      .filter(each => this.#isWorthSaying(each))
      .map(cause => ({ cause, rank: this.#rank(cause) }));
    ranks.sort((a, b) => compare(a.rank, b.rank));
    return ranks.map(each => each.cause);
  }

  #rank({ status, severity, ruleId, isFixable, line }: ErrorCause): readonly number[] {
    return [
      BY_STATUS.indexOf(status),
      BY_SEVERITY.indexOf(severity),
      this.#likelihood(ruleId),
      // Of two findings about one defect, the more exact one has the fix.
      isFixable ? 0 : 1,
      this.#rules.get(ruleId)?.index ?? 0,
      line ?? 0,
    ];
  }

  /** The place of a message among those of the rule. */
  #likelihood(ruleId: string): number {
    const own = this.#rules.get(ruleId)?.rule.errorMessages ?? [];
    const at = own.findIndex(each => this.#ids.has(each));
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((each, i) => each !== b[i]);
  if (differing < 0) return 0;
  return (a[differing] ?? 0) < (b[differing] ?? 0) ? -1 : 1;
}
