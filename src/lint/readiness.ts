import type { Rule } from '../rule.ts';
import type { Diagnoser } from './diagnose.ts';
import { severityOf } from './diagnose.ts';
import type { Judged, Judgement } from './judge.ts';
import type { Check, Readiness } from './report.ts';

/**
 * For every launcher that was judged: what each rule says, and whether `execute-command` will work and be recorded. Advice
 * is no reason why it would not, so it is not among them.
 */
export function readiness(
  judged: Judged,
  rules: readonly Rule[],
  diagnoser: Diagnoser,
): readonly Readiness[] {
  return judged.launchers.map(({ id, at, isService }) => {
    const own = judged.judgements.filter(each => each.verdict.for.some(launcher => launcher.id === id));
    const judging = rules.filter(
      rule => rule.severity !== 'info' && (rule.checkLauncher || (isService && rule.checkService)),
    );
    const checks = judging.map(rule =>
      check(
        rule,
        own.filter(each => each.rule === rule),
        diagnoser,
      ),
    );
    const line = diagnoser.span(at).start.line;
    return { resource: id, file: judged.document.file, line, verdict: verdict(checks), checks };
  });
}

/** A sure finding fails; one that is only likely, or could not be decided, is unknown. */
function check(rule: Rule, judgements: readonly Judgement[], diagnoser: Diagnoser): Check {
  const ranked = judgements.flatMap(({ verdict }) => {
    const isUnknown = 'undecided' in verdict || verdict.unsure !== undefined;
    const status = isUnknown ? ('unknown' as const) : ('fail' as const);
    const severity = 'undecided' in verdict ? (verdict.severity ?? rule.severity) : severityOf(rule, verdict);
    const detail = 'undecided' in verdict ? verdict.undecided : verdict.message;
    return [{ id: rule.id, severity, status, detail, line: diagnoser.span(verdict.at).start.line }];
  });
  const worst = (status: 'fail' | 'unknown'): Check | undefined =>
    ranked.find(each => each.status === status && each.severity === 'error') ??
    ranked.find(each => each.status === status);
  return (
    worst('fail') ??
    worst('unknown') ?? { id: rule.id, severity: rule.severity, status: 'pass', detail: '', line: undefined }
  );
}

/** Only errors decide: a warning does not keep a session from working. */
function verdict(checks: readonly Check[]): Readiness['verdict'] {
  const decisive = checks.filter(each => each.severity === 'error');
  if (decisive.some(each => each.status === 'fail')) return 'not-ready';
  return decisive.some(each => each.status === 'unknown') ? 'undecided' : 'ready';
}
