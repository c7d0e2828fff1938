import type { Rule, Severity, Verdict } from '../rule/types.ts';

/** From the least. */
export const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

/** A finding may say less than its rule, never more; what is only likely is no more than a warning. */
export function severityOf(rule: Rule, verdict: Verdict): Severity {
  const isLikely = 'unsure' in verdict && verdict.unsure !== undefined;
  const own = 'inapplicable' in verdict ? undefined : verdict.severity;
  const most = [rule.severity, own ?? 'error', isLikely ? 'warning' : 'error'];
  return SEVERITIES.find(each => most.includes(each)) ?? rule.severity;
}

/** What the readiness of a launcher answers: whether sessions open, and whether they are recorded. */
export type Question = 'opens' | 'recorded';

/**
 * The questions that a verdict answers with no, or leaves open. Only errors keep sessions from being opened, and
 * warnings leave it open that say so. That they are not recorded is told by warnings too, and where a rule on it was not
 * asked, nobody knows.
 */
export function questionsOf(rule: Rule, verdict: Verdict): readonly Question[] {
  const isAboutLog = rule.blocks === 'session log';
  if ('inapplicable' in verdict) return isAboutLog ? ['recorded'] : [];
  const severity = severityOf(rule, 'message' in verdict ? { ...verdict, unsure: undefined } : verdict);
  const blocks = verdict.blocks ?? rule.blocks;
  if (blocks === 'session log') return severity === 'info' ? [] : ['recorded'];
  const mayBlock = 'message' in verdict && verdict.mayBlock === true && severity === 'warning';
  if (severity !== 'error' && !mayBlock) return [];
  return isAboutLog ? ['opens', 'recorded'] : ['opens'];
}
