import type { Rule } from '../rule/types.ts';

/** A rule whose first source is its page on the site that is published below an address: `https://…/rules`. */
export function withPage(rule: Rule, rulePages: string | undefined): Rule {
  if (rulePages === undefined) return rule;
  return { ...rule, sources: [`${rulePages}/${rule.id}.html`, ...rule.sources] };
}
