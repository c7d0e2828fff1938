import { say } from '../i18n/sentence.ts';
import type { Rule, Verdict } from '../rule/types.ts';
import { type Diagnoser, inFile, severityOf } from './diagnose.ts';
import type { ReasonToIgnore } from './ignores.ts';
import type { Judged, Judgement } from './judge.ts';
import type { Check, Readiness } from './report.ts';

/**
 * For every launcher of one template: what each rule says, and whether `execute-command` will work and be recorded. A
 * template that is nested in several others was judged in each.
 *
 * @param rules Without those that only give advice, which is no reason why it would not.
 */
export function readiness(
  judged: readonly Judged[],
  rules: readonly Rule[],
  diagnoser: Diagnoser,
  ignored: ReasonToIgnore,
): readonly Readiness[] {
  const launchers = new Map(judged.flatMap(each => each.launchers).map(each => [each.id, each]));
  const judgements = byLauncher(judged);
  return [...launchers.values()].map(({ id, noun, at, isService }) => {
    const own = judgements.get(id) ?? [];
    const judging = rules.filter(
      rule => rule.checkLauncher || rule.checkCluster || (isService && rule.checkService),
    );
    const checks = judging.map(rule =>
      check(
        rule,
        own.filter(each => each.rule === rule).map(each => each.verdict),
        diagnoser,
        ignored,
      ),
    );
    const line = diagnoser.span(at).start.line;
    return { resource: id, noun, file: at.document.file, line, verdict: verdict(checks), checks };
  });
}

function byLauncher(judged: readonly Judged[]): ReadonlyMap<string, readonly Judgement[]> {
  const groups = new Map<string, Judgement[]>();
  for (const judgement of judged.flatMap(each => each.judgements))
    for (const id of new Set(judgement.verdict.for.map(each => each.id))) {
      const group = groups.get(id);
      if (group) group.push(judgement);
      else groups.set(id, [judgement]);
    }
  return groups;
}

/** A sure finding fails; one that is only likely, or could not be decided, is unknown. What is ignored passes. */
function check(
  rule: Rule,
  verdicts: readonly Verdict[],
  diagnoser: Diagnoser,
  ignored: ReasonToIgnore,
): Check {
  const reasons = verdicts.map(verdict => ignored(rule, verdict.at));
  const ranked = verdicts
    .filter((_, i) => reasons[i] === undefined)
    .map(verdict => failing(rule, verdict, diagnoser));
  const worst = (status: 'fail' | 'unknown'): Check | undefined =>
    ranked.find(each => each.status === status && each.severity === 'error') ??
    ranked.find(each => each.status === status);
  const reason = reasons.find(each => each !== undefined);
  const detail = reason === undefined ? undefined : say`Ignored: ${reason.text}`;
  const { id, severity } = rule;
  const passed = { id, severity, status: 'pass' as const, detail, file: undefined, line: undefined };
  return worst('fail') ?? worst('unknown') ?? passed;
}

function failing(rule: Rule, verdict: Verdict, diagnoser: Diagnoser): Check {
  const isUnknown = 'undecided' in verdict || verdict.unsure !== undefined;
  return {
    id: rule.id,
    severity: severityOf(rule, verdict),
    status: isUnknown ? 'unknown' : 'fail',
    detail: 'undecided' in verdict ? verdict.undecided : verdict.message,
    file: inFile(verdict.at).document.file,
    line: diagnoser.span(verdict.at).start.line,
  };
}

/** Only errors decide: a warning does not keep a session from working. */
function verdict(checks: readonly Check[]): Readiness['verdict'] {
  const decisive = checks.filter(each => each.severity === 'error');
  if (decisive.some(each => each.status === 'fail')) return 'not-ready';
  return decisive.some(each => each.status === 'unknown') ? 'undecided' : 'ready';
}
