import { rules } from '../../index.ts';
import { simpleWidth } from '../../report/width.ts';
import { knownRule, ruleByName } from '../args/rule-names.ts';
import type { Console } from '../core/console.ts';
import { explainRule } from './rule-pages.ts';

/** Explains the rule of a name, or the rules for an error message. Rejects with a `UsageError`. */
export async function explainText(text: string, { words, columns }: Console): Promise<string> {
  const rule = ruleByName(text);
  if (rule !== undefined) return explainRule(rule, words, columns);
  const { errorRules } = await import('../../report/error-rules.ts');
  const found = errorRules(text, { rules, words, columns, measure: simpleWidth });
  return found ?? explainRule(knownRule(text), words, columns);
}
