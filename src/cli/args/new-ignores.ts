import { say } from '../../i18n/sentence.ts';
import { UsageError } from '../core/usage-error.ts';
import type { ParsedFlags } from './parse-flags.ts';
import { readRules } from './rule-names.ts';

/** Ignores that are to be written into templates. */
export interface NewIgnores {
  readonly rules: readonly string[];
  readonly reason: string;
}

export function readNewIgnores(written: ParsedFlags): NewIgnores | undefined {
  const lists = written.many('add-ignore');
  const reason = written.one('reason')?.trim();
  if (lists.length === 0) {
    if (reason !== undefined) throw new UsageError(say`The flag --reason goes with --add-ignore.`);
    return undefined;
  }
  const rules = readRules(lists);
  if (rules.length === 0) throw new UsageError(say`The flag --add-ignore names no rule.`);
  if (reason === undefined || reason === '')
    throw new UsageError(say`Whoever reads an ignore wants to know why.`, say`Add --reason TEXT.`);
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(reason)) throw new UsageError(say`The reason has to be one line of text.`);
  if (written.has('no-ignores')) throw new UsageError(say`With --no-ignores an ignore does nothing.`);
  return { rules, reason };
}
