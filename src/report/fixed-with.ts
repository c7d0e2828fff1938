import type { Diagnostic } from '../lint/report.ts';
import { getOrInsertComputed, memoize } from '../util/memoize.ts';

/** A finding that has a fix. */
export type WithFix = Diagnostic & { readonly fix: NonNullable<Diagnostic['fix']> };

/** The finding whose fix settles the cause of another one, which has no fix of its own: the first of several. */
export function fixedWith(diagnostic: Diagnostic, findings: readonly Diagnostic[]): WithFix | undefined {
  const { fix, fixRefused, fixedBy = [], launchers } = diagnostic;
  if (fix || fixRefused || fixedBy.length === 0) return undefined;
  const settling = fixedBy.flatMap(rule =>
    launchers.flatMap(each => firstFixes(findings).get(keyOf(rule, each)) ?? []),
  );
  const [first] = settling.sort((a, b) => a.index - b.index);
  return first?.finding;
}

/** A finding with a fix, and which one it is of all findings. */
interface Ranked {
  readonly finding: WithFix;
  readonly index: number;
}

/** The first finding with a fix, by its rule and by each launcher that it is about. */
const firstFixes = memoize((findings: readonly Diagnostic[]): ReadonlyMap<string, Ranked> => {
  const first = new Map<string, Ranked>();
  for (const [index, finding] of findings.entries())
    if (hasFix(finding))
      for (const launcher of finding.launchers)
        getOrInsertComputed(first, keyOf(finding.ruleId, launcher), () => ({ finding, index }));
  return first;
});

function keyOf(rule: string, launcher: string): string {
  return `${rule} ${launcher}`;
}

function hasFix(diagnostic: Diagnostic): diagnostic is WithFix {
  return diagnostic.fix !== undefined;
}
