import { getOrInsertComputed } from '../util/memoize.ts';
import type { Diagnostic } from './report.ts';

/** A known finding: by its rule and its place in a template, whatever line that is on. */
export interface KnownFinding {
  readonly ruleId: string;
  readonly file: string;
  /** `Resources/Service/Properties/EnableExecuteCommand`; empty for the template as a whole. */
  readonly path: string;
  /** How many of them are known: one more is new. */
  readonly count: number;
}

/** The findings that are known and not to be reported. */
export interface Baseline {
  /** How its file is called. */
  readonly name: string;
  readonly findings: readonly KnownFinding[];
}

/** The findings of a run that a baseline silences, and what it lists in vain. */
export interface BaselineUse {
  readonly name: string;
  /** The findings that would be shown without it. */
  readonly known: readonly Diagnostic[];
  /** What is no longer found in the templates that were judged. */
  readonly gone: readonly KnownFinding[];
}

/**
 * The known ones among findings: of those of one rule and place, the first.
 *
 * @param inOrder Puts the findings in order, which is only needed where some are known.
 */
export function knownAmong(
  inOrder: () => readonly Diagnostic[],
  baseline: Baseline | undefined,
): ReadonlySet<Diagnostic> {
  const left = countsOf(baseline?.findings ?? []);
  if (left.size === 0) return new Set();
  const known = inOrder().filter(finding => {
    const key = knownKey(knownFinding(finding));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count > 0;
  });
  return new Set(known);
}

/** What a baseline lists in files that were judged, and is not among their findings. */
export function goneFrom(
  baseline: Baseline,
  findings: readonly Diagnostic[],
  isJudged: (file: string) => boolean,
): readonly KnownFinding[] {
  const found = countsOf(recordFindings(findings));
  return baseline.findings.flatMap(each => {
    const count = each.count - (found.get(knownKey(each)) ?? 0);
    return count > 0 && isJudged(each.file) ? [{ ...each, count }] : [];
  });
}

/** Findings as a baseline lists them. */
function recordFindings(findings: readonly Diagnostic[]): readonly KnownFinding[] {
  const groups = new Map<string, KnownFinding[]>();
  for (const each of findings.map(knownFinding))
    getOrInsertComputed(groups, knownKey(each), () => []).push(each);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, count: others.length + 1 }] : [],
  );
}

/**
 * What a baseline lists from now on: the findings of a run, and what it listed before and this run neither shows nor
 * misses.
 */
export function updateBaseline(
  earlier: readonly KnownFinding[],
  gone: readonly KnownFinding[],
  findings: readonly Diagnostic[],
): readonly KnownFinding[] {
  const present = recordFindings(findings);
  const [shown, lost] = [countsOf(present), countsOf(gone)];
  const kept = earlier
    .filter(each => !shown.has(knownKey(each)))
    .map(each => ({ ...each, count: each.count - (lost.get(knownKey(each)) ?? 0) }));
  return [...present, ...kept.filter(each => each.count > 0)];
}

/** Tells a known finding from all others. */
function knownKey({ ruleId, file, path }: Omit<KnownFinding, 'count'>): string {
  return JSON.stringify([ruleId, file, path]);
}

function knownFinding({ ruleId, file, path }: Diagnostic): KnownFinding {
  return { ruleId, file, path: path.join('/'), count: 1 };
}

function countsOf(findings: readonly KnownFinding[]): Map<string, number> {
  return new Map(findings.map(each => [knownKey(each), each.count]));
}
