import { opening, say } from '../i18n/sentence.ts';
import type { Rule, Verdict } from '../rule/types.ts';
import { getOrInsertComputed, memoize } from '../util/memoize.ts';
import { type Diagnoser, inFile } from './diagnose.ts';
import type { ReasonToIgnore } from './ignores.ts';
import { severityOf } from './impact.ts';
import type { Judged, Judgement } from './judge.ts';
import { type Objection, objectionsTo, opensAnswer, recordedAnswer, verdictOf } from './readiness-answers.ts';
import type { Check, CheckStatus, Readiness } from './report.ts';
import { outsideTemplate } from './session-facts.ts';

/** A rule that says whether launchers are ready: as it counts, and as it would without the options. */
export interface JudgingRule {
  readonly rule: Rule;
  readonly own: Rule;
  readonly isSkipped: boolean;
}

/** What checks are made with. */
interface Context {
  readonly diagnoser: Diagnoser;
  readonly ignored: ReasonToIgnore;
}

/**
 * For every launcher of one template: what each rule says, and whether `execute-command` will work and be recorded. A
 * template that is nested in several others was judged in each.
 *
 * @param rules Without those that only give advice, which is no reason why it would not.
 */
export function readiness(
  judged: readonly Judged[],
  rules: readonly JudgingRule[],
  diagnoser: Diagnoser,
  ignored: ReasonToIgnore,
): readonly Readiness[] {
  const launchers = new Map(judged.flatMap(each => each.launchers).map(each => [each.id, each]));
  const judgements = byLauncher(judged);
  const context = { diagnoser, ignored };
  return [...launchers.values()].map(({ id, noun, at, isService, facts }) => {
    const asked = rules.filter(
      ({ rule }) => rule.checkLauncher || rule.checkCluster || (isService && rule.checkService),
    );
    const all = byRule(judgements.get(id) ?? []);
    const checks = asked.map(each => check(each, all.get(each.rule) ?? [], context));
    const objections: readonly Objection[] = asked.flatMap(each =>
      objectionsTo(
        each,
        (all.get(each.rule) ?? []).map(({ verdict }) => verdict),
        ignored,
      ),
    );
    const recorded = recordedAnswer(objections, facts);
    return {
      resource: id,
      noun,
      file: at.document.file,
      line: diagnoser.span(at).start.line,
      verdict: verdictOf(objections),
      opens: opensAnswer(objections),
      recorded,
      checks,
      ambiguities: facts.ambiguities,
      unseenNetwork: facts.unseenNetwork,
      outside: outsideTemplate(facts, recorded.is),
    };
  });
}

function byRule(judgements: readonly Judgement[]): ReadonlyMap<Rule, readonly Judgement[]> {
  const groups = new Map<Rule, Judgement[]>();
  for (const judgement of judgements) getOrInsertComputed(groups, judgement.rule, () => []).push(judgement);
  return groups;
}

function byLauncher(judged: readonly Judged[]): ReadonlyMap<string, readonly Judgement[]> {
  const groups = new Map<string, Judgement[]>();
  for (const judgement of judged.flatMap(each => each.judgements))
    for (const id of new Set(judgement.verdict.for.map(each => each.id)))
      getOrInsertComputed(groups, id, () => []).push(judgement);
  return groups;
}

/** The statuses that stand for a check with several, before it passes. */
const WORST: readonly CheckStatus[] = ['fail', 'unknown', 'not-visible'];

/** A sure finding fails; one that is only likely, or could not be decided, is unknown. What is ignored passes. */
function check(
  { rule, isSkipped }: JudgingRule,
  judgements: readonly Judgement[],
  { diagnoser, ignored }: Context,
): Check {
  if (isSkipped) return unquestioned(rule, 'skipped');
  if (judgements.length === 0) return passOf(rule);
  const reasons = judgements.map(({ verdict }) => ignored(rule, verdict.at));
  const counting = judgements.filter((_, i) => reasons[i] === undefined);
  const ranked = counting.map(({ verdict }) => checkOf(rule, verdict, diagnoser));
  for (const status of WORST) {
    const own = ranked.filter(each => each.status === status);
    const worst = own.find(each => each.severity === 'error') ?? own[0];
    if (worst) return worst;
  }
  const nothing = ranked.find(each => each.status === 'not-applicable');
  if (nothing && appliesNowhere(counting)) return nothing;
  const reason = reasons.find(each => each !== undefined);
  return reason ? { ...passOf(rule), detail: say`Ignored: ${reason.text}` } : passOf(rule);
}

/** One for all launchers that pass, which are most of them. */
const passOf = memoize((rule: Rule): Check => unquestioned(rule, 'pass'));

function unquestioned({ id, severity }: Rule, status: CheckStatus): Check {
  return { id, severity, status, detail: undefined, file: undefined, line: undefined };
}

function checkOf(rule: Rule, verdict: Verdict, diagnoser: Diagnoser): Check {
  return {
    id: rule.id,
    severity: severityOf(rule, verdict),
    status: statusOf(verdict),
    detail: detailOf(verdict),
    file: inFile(verdict.at).document.file,
    line: diagnoser.span(verdict.at).start.line,
  };
}

function statusOf(verdict: Verdict): CheckStatus {
  if ('inapplicable' in verdict) return verdict.inapplicable;
  return 'undecided' in verdict || verdict.unsure !== undefined ? 'unknown' : 'fail';
}

function detailOf(verdict: Verdict): Check['detail'] {
  if ('inapplicable' in verdict) return opening(say`${verdict.why}.`);
  return 'undecided' in verdict ? verdict.undecided : verdict.message;
}

/** Whether a rule was asked about something in no scenario. */
function appliesNowhere(judgements: readonly Judgement[]): boolean {
  const held = new Set(judgements.flatMap(each => each.holding));
  return judgements.every(each => each.others.every(scenario => held.has(scenario)));
}
