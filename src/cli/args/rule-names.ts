import { and, say } from '../../i18n/sentence.ts';
import { rules } from '../../index.ts';
import { nearest } from '../../util/did-you-mean.ts';
import { UsageError } from '../core/errors.ts';
import type { ParsedFlags } from './parse-flags.ts';

/** Ids of rules, in several lists with commas. */
export function readRules(lists: readonly string[]): readonly string[] {
  const names = lists.flatMap(each => each.split(',')).map(each => each.trim());
  return names.filter(each => each !== '').map(knownRule);
}

/** A rule by its id, or by a beginning that only one has. Throws a `UsageError` where several have it. */
export function ruleByName(name: string): string | undefined {
  const ids = rules.map(each => each.id);
  if (ids.includes(name)) return name;
  const [own, ...others] = ids.filter(id => id.startsWith(name));
  if (own === undefined || others.length === 0) return own;
  throw new UsageError(say`Several rules begin with \`${name}\`.`, say`They are ${and([own, ...others])}.`);
}

export function knownRule(name: string): string {
  const ids = rules.map(each => each.id);
  if (ids.includes(name)) return name;
  const meant = nearest(name, ids);
  const hint =
    meant === undefined
      ? say`Run \`ecs-exec-lint --list-rules\` to list all rules.`
      : say`Did you mean \`${meant}\`?`;
  throw new UsageError(say`There is no rule \`${name}\`.`, hint);
}

/** Ignores that are to be written into templates. */
export interface NewIgnores {
  readonly rules: readonly string[];
  /** Whether every rule was meant, and none by its name. */
  readonly areAll: boolean;
  readonly reason: string;
}

/** In place of names: whatever is found. */
const ALL = 'all';

/** The rules whose findings are ignored with all others: an ignore that is wrong is not put right by another. */
function ignorable(): readonly string[] {
  return rules.filter(each => !each.checkIgnores).map(each => each.id);
}

export function readNewIgnores(written: ParsedFlags): NewIgnores | undefined {
  const lists = written.many('add-ignore');
  const reason = written.one('reason')?.trim();
  if (lists.length === 0) {
    if (reason !== undefined) throw new UsageError(say`The flag --reason requires --add-ignore.`);
    return undefined;
  }
  const areAll = lists.some(each => each.split(',').some(name => name.trim() === ALL));
  const ids = areAll ? ignorable() : readRules(lists);
  if (ids.length === 0) throw new UsageError(say`The flag --add-ignore names no rule.`);
  if (reason === undefined || reason === '')
    throw new UsageError(say`The flag --add-ignore requires a reason.`, say`Add --reason TEXT.`);
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(reason)) throw new UsageError(say`The reason must be one line of text.`);
  if (written.has('no-ignores'))
    throw new UsageError(say`The flag --add-ignore cannot be combined with --no-ignores.`);
  return { rules: ids, areAll, reason };
}
