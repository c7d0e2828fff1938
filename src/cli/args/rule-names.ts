import { say } from '../../i18n/sentence.ts';
import { rules } from '../../index.ts';
import { nearest } from '../../util/did-you-mean.ts';
import { UsageError } from '../core/usage-error.ts';

/** Ids of rules, in several lists with commas. */
export function readRules(lists: readonly string[]): readonly string[] {
  const names = lists.flatMap(each => each.split(',')).map(each => each.trim());
  return names.filter(each => each !== '').map(knownRule);
}

export function knownRule(name: string): string {
  const ids = rules.map(each => each.id);
  if (ids.includes(name)) return name;
  const meant = nearest(name, ids);
  const hint =
    meant === undefined ? say`Run \`ecs-exec-lint --list-rules\` for all.` : say`Did you mean \`${meant}\`?`;
  throw new UsageError(say`There is no rule \`${name}\`.`, hint);
}
