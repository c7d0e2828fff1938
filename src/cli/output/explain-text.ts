import { rules } from '../../index.ts';
import { simpleWidth } from '../../report/width.ts';
import { knownRule, ruleByName } from '../args/rule-names.ts';
import type { Console } from '../core/console.ts';
import { isColoured, paint } from './colour.ts';
import { inShort, rulePage } from './rule-pages.ts';
import { terminalPage } from './terminal-page.ts';

/** Explains the rule of a name, or the rules for an error message. Rejects with a `UsageError`. */
export async function explainText(text: string, console: Console): Promise<string> {
  const { words, columns } = console;
  const rule = ruleByName(text);
  if (rule !== undefined) return explainRule(rule, console);
  const { errorRules } = await import('../../report/error-rules.ts');
  const found = errorRules(text, { rules, words, columns, measure: simpleWidth });
  return found ?? explainRule(knownRule(text), console);
}

/** Into a pipe or a file, the page goes as it is. */
async function explainRule(id: string, { words, columns, out }: Console): Promise<string> {
  const page = rulePage(id, words);
  if (page === undefined) return inShort(id, words, columns);
  const { isTerminal } = out;
  if (!isTerminal) return page;
  const painted = await paint(isColoured('auto', process.env, isTerminal));
  return terminalPage(page, { columns, measure: simpleWidth, paint: painted });
}
