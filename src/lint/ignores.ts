import type { Rule, SeenIgnore } from '../rule/types.ts';
import type { Reason, Suppression } from '../suppress/suppression.ts';
import type { Document } from '../syntax/document.ts';
import { type Place, rangeOf } from '../syntax/place.ts';
import { nearest } from '../util/did-you-mean.ts';
import { type Diagnoser, inFile, resourceOf } from './diagnose.ts';
import type { Diagnostic } from './report.ts';
import type { Unchecked } from './unchecked.ts';

/** Why what a rule says about a place is to be left out; nothing when it is to be said. */
export type ReasonToIgnore = (rule: Rule, at: Place) => Reason | undefined;

export function reasonToIgnore(suppression: Suppression): ReasonToIgnore {
  if (suppression.isEmpty) return () => undefined;
  return (rule, place) => {
    const at = inFile(place);
    const { start } = rangeOf(at);
    const { file } = at.document;
    return suppression.reason({ ruleId: rule.id, file, offset: start, resource: resourceOf(at) });
  };
}

/** Why a finding is left out; nothing when it is to be said. */
export function suppressionOf(diagnostic: Diagnostic, suppression: Suppression): Reason | undefined {
  const { ruleId, file, range, resource } = diagnostic;
  return suppression.reason({ ruleId, file, offset: range.start.offset, resource });
}

/** The findings that are suppressed, by whom. */
export function suppressedBy(
  diagnostics: readonly Diagnostic[],
  suppression: Suppression,
): Unchecked['suppressed'] {
  const counts = new Map<string | undefined, number>();
  for (const each of diagnostics) {
    const reason = suppressionOf(each, suppression);
    if (!reason) continue;
    const by = reason.isConfigured ? undefined : each.file;
    counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  return [...counts].map(([by, count]) => ({ by, count }));
}

/** What rules say about a template's ignores, once it is known which of them were needed. */
export function aboutIgnores(
  document: Document,
  rules: readonly Rule[],
  skipped: readonly string[],
  suppression: Suppression,
  diagnoser: Diagnoser,
): readonly Diagnostic[] {
  const seen = suppression.seen(document);
  if (seen.length === 0) return [];
  const ignores = seen.map(({ isUsed, covers, reason, ...ignore }): SeenIgnore => {
    const standing = standingOf(ignore.rule, isUsed, rules, skipped);
    const ids = standing === 'no rule' ? rules.map(each => each.id) : [];
    return { ...ignore, standing, meant: nearest(ignore.rule, ids) };
  });
  return rules.flatMap(rule =>
    [...(rule.checkIgnores?.(ignores) ?? [])].map(finding => diagnoser.diagnose(rule, finding, [])),
  );
}

function standingOf(
  id: string,
  isUsed: boolean,
  rules: readonly Rule[],
  skipped: readonly string[],
): SeenIgnore['standing'] {
  const rule = rules.find(each => each.id === id);
  if (!rule) return 'no rule';
  if (isUsed) return 'used';
  return rule.checkIgnores || skipped.includes(id) ? 'unknown' : 'unused';
}
