import { type Sentence, say } from '../i18n/sentence.ts';
import type { Diagnostic, Readiness } from '../lint/report.ts';

/** So many findings at most: errors count before warnings, and these before advice. The order stays as it is. */
export function worstFindings(findings: readonly Diagnostic[], most: number): readonly Diagnostic[] {
  return worst(findings, most, ({ severity }) => ['error', 'warning', 'info'].indexOf(severity));
}

/** So many launchers at most: those that are not ready count before those that are not decided. */
export function worstServices(services: readonly Readiness[], most: number): readonly Readiness[] {
  return worst(services, most, ({ verdict }) => ['not-ready', 'undecided', 'ready'].indexOf(verdict));
}

/** What is said of findings that are left out; nothing when none are. */
export function omitted(all: readonly Diagnostic[], shown: readonly Diagnostic[]): Sentence | undefined {
  const left = all.length - shown.length;
  return left > 0 ? say`${left} of ${all.length} findings are left out, the least severe first.` : undefined;
}

function worst<T>(all: readonly T[], most: number, rank: (each: T) => number): readonly T[] {
  if (all.length <= most) return all;
  const ranked = all.map((each, i) => ({ each, i, rank: rank(each) }));
  const kept = ranked.sort((a, b) => a.rank - b.rank || a.i - b.i).slice(0, most);
  return kept.sort((a, b) => a.i - b.i).map(({ each }) => each);
}
