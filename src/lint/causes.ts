import type { Diagnostic } from './report.ts';

/**
 * One cause gets one fix. Where a fix stands beside that of another rule which mends the same cause for one of its
 * launchers, it does no more than that one leaves. What is not shown, since it is ignored or skipped, mends nothing.
 */
export function oneFixACause(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const mended = new Map<string, Set<string>>();
  for (const { ruleId, launchers, fix } of diagnostics) {
    const own = mended.get(ruleId) ?? new Set();
    if (fix) for (const each of launchers) own.add(each);
    mended.set(ruleId, own);
  }
  return diagnostics.map(diagnostic => {
    const { launchers, fix } = diagnostic;
    const stronger = fix?.supersededBy?.find(({ rule }) =>
      launchers.some(each => mended.get(rule)?.has(each)),
    );
    return stronger ? { ...diagnostic, fix: stronger.fix && { ...stronger.fix, splices: [] } } : diagnostic;
  });
}
