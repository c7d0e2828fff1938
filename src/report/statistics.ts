import { say } from '../i18n/sentence.ts';
import type { Diagnostic, Report } from '../lint/report.ts';
import type { View } from './view.ts';

/** How often each rule found something, and how much of that has a fix: one line a rule, the most first. */
export function statistics({ findings }: Report, { paint, words }: View): string {
  const groups = new Map<string, Diagnostic[]>();
  for (const each of findings) {
    const group = groups.get(each.ruleId);
    if (group) group.push(each);
    else groups.set(each.ruleId, [each]);
  }
  const sorted = [...groups].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  const width = Math.max(0, ...sorted.map(([, group]) => String(group.length).length));
  const longest = Math.max(0, ...sorted.map(([id]) => id.length));
  return sorted
    .map(([id, group]) => {
      const fixable = group.filter(each => each.fix).length;
      const cure = fixable > 0 ? `  ${words(say`${fixable} with a fix`)}` : '';
      return `${paint.strong(String(group.length).padStart(width))}  ${id.padEnd(longest)}${cure}`.trimEnd();
    })
    .map(line => `${line}\n`)
    .join('');
}
