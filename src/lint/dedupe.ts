import { editKey } from '../edit/tree/edit.ts';
import type { Verdict } from '../rule/types.ts';
import type { Place } from '../syntax/place.ts';
import type { Diagnostic } from './report.ts';

/**
 * One cause gets one fix. Where a fix stands beside that of another rule which fixes the same cause for one of its
 * launchers, it does no more than that one leaves. What is not shown, since it is ignored or skipped, fixes nothing.
 */
export function oneFixACause(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const fixed = new Map<string, Set<string>>();
  for (const { ruleId, launchers, fix } of diagnostics) {
    const own = fixed.get(ruleId) ?? new Set();
    if (fix) for (const each of launchers) own.add(each);
    fixed.set(ruleId, own);
  }
  return diagnostics.map(diagnostic => {
    const { launchers, fix } = diagnostic;
    const stronger = fix?.supersededBy?.find(({ rule }) =>
      launchers.some(each => fixed.get(rule)?.has(each)),
    );
    if (!stronger) return diagnostic;
    return stronger.fix
      ? { ...diagnostic, fix: { ...stronger.fix, splices: [] } }
      : { ...diagnostic, fix: undefined, fixedBy: [stronger.rule] };
  });
}

/** Two verdicts of one rule are the same when their places are, how bad they are, and what their fixes write. */
export function identity(verdict: Verdict): string {
  const { file, path, range } = where(verdict.at);
  if ('undecided' in verdict) return JSON.stringify(['undecided', file, path]);
  if ('inapplicable' in verdict)
    return JSON.stringify([verdict.inapplicable, file, path, String(verdict.why)]);
  return JSON.stringify(
    [file, path, range, verdict.severity, verdict.unsure === undefined, verdict.fix?.edits],
    compact,
  );
}

/** The same, where each turn of a loop has a verdict of its own. */
export function identityInLoop(verdict: Verdict): string {
  return JSON.stringify([identity(verdict), [...(verdict.at.iteration?.names ?? [])]]);
}

/** Whether a finding that sums up items is, but for items that another one names too, that other one. */
export function isPartOf(verdict: Verdict, longer: Verdict): boolean {
  if (!('message' in verdict && 'message' in longer && verdict.isCumulative)) return false;
  const { fix, ...rest } = verdict;
  const { fix: other, ...others } = longer;
  const edits = new Set(other?.edits.map(editKey));
  return identity(rest) === identity(others) && (fix?.edits ?? []).every(each => edits.has(editKey(each)));
}

function where({ document, path, range }: Place): {
  file: string;
  path: Place['path'];
  range: Place['range'];
} {
  return { file: document.file, path, range };
}

const ITERATION: keyof Place = 'iteration';

/** Of a document no more than its name, and of a loop no iteration: its text is the same in all of them. */
function compact(key: string, value: unknown): unknown {
  if (key === ITERATION) return undefined;
  const isDocument = key === 'document' && typeof value === 'object' && value !== null && 'file' in value;
  return isDocument ? value.file : value;
}
