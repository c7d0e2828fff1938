import type { Rule } from '../rule/types.ts';
import type { Options } from './options.ts';
import type { InactiveRule } from './unchecked.ts';

/** The rules that would have been asked but for the options. */
export function inactiveRules(rules: readonly Rule[], options: Options): readonly InactiveRule[] {
  return rules.flatMap(rule => {
    const reason = inactive(rule, options);
    return reason === undefined ? [] : [{ ruleId: rule.id, reason, by: undefined }];
  });
}

function inactive({ id, severity, ...rule }: Rule, options: Options): InactiveRule['reason'] | undefined {
  const { only, skip, severities, pedantic, settings } = options;
  const policy = rule.demandsExec ? 'required' : rule.policy;
  const isAsked = policy === undefined || policy === settings.exec;
  if (!isAsked && policy !== 'required') return undefined;
  if (skip.includes(id)) return 'skipped';
  if (only.length > 0 && !only.includes(id)) return 'not-selected';
  if (pedantic || severity !== 'info') {
    if (!isAsked) return 'policy';
    if (severities[id] === 'info' && !pedantic && !only.includes(id)) return 'advice';
  }
  return undefined;
}
