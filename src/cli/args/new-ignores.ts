import { say } from '../../i18n/sentence.ts';
import { Mistake } from '../core/mistake.ts';
import type { Written } from './parse-flags.ts';
import { readRules } from './rule-names.ts';

/** Ignores that are to be written into templates. */
export interface NewIgnores {
  readonly rules: readonly string[];
  readonly reason: string;
}

export function readNewIgnores(written: Written): NewIgnores | undefined {
  const lists = written.many('add-ignore');
  const reason = written.one('reason')?.trim();
  if (lists.length === 0) {
    if (reason !== undefined) throw new Mistake(say`The flag --reason goes with --add-ignore.`);
    return undefined;
  }
  const rules = readRules(lists);
  if (rules.length === 0) throw new Mistake(say`The flag --add-ignore names no rule.`);
  if (reason === undefined || reason === '')
    throw new Mistake(say`Whoever reads an ignore wants to know why.`, say`Add --reason TEXT.`);
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(reason)) throw new Mistake(say`The reason has to be one line of text.`);
  if (written.has('no-ignores')) throw new Mistake(say`With --no-ignores an ignore does nothing.`);
  return { rules, reason };
}
