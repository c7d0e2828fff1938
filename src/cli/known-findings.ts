import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Sentence, say } from '../i18n/sentence.ts';
import { type Baseline, parse, type Report, updateBaseline } from '../index.ts';
import type { Arguments } from './args/arguments.ts';
import type { BaselineArguments } from './args/baseline-arguments.ts';
import { UsageError } from './core/errors.ts';
import { absolute, display, isWithin, leadsOut } from './core/paths.ts';
import type { Content } from './files/read-templates.ts';

/** The baseline as it was found, and how it is written. */
export interface BaselineFile {
  readonly name: string;
  /** Nothing where there is none yet. */
  readonly earlier: Baseline | undefined;
  /** Writes what it lists from now on. Answers complete sentences about why it was not done. */
  write(findings: Baseline['findings']): readonly Sentence[];
}

/** The baseline that a run goes by or writes. What reads it is loaded only where there is one. */
export async function openBaseline(
  { baseline, config }: Arguments,
  cwd: string,
): Promise<BaselineFile | undefined> {
  if (!baseline) return undefined;
  const { path, isWritten } = baseline;
  const name = display(path, cwd);
  if (isWritten) rejectOutside(baseline, config.folder, name);
  const { readBaseline, writeBaseline } = await import('./config/baseline-file.ts');
  const earlier = readBaseline(path, cwd, parse);
  if (!earlier && !isWritten)
    throw new UsageError(say`${name}: there is no such baseline.`, say`Create it with --write-baseline.`);
  return {
    name,
    earlier,
    write: findings => {
      const why = writeBaseline(path, earlier, findings, cwd);
      return why === undefined ? [] : [say`${name}: no baseline was written: ${why}.`];
    },
  };
}

/** A repository decides nothing about what is written elsewhere. */
function rejectOutside({ path, isConfigured }: BaselineArguments, folder: string, name: string): void {
  if (!isConfigured || (isWithin(path, folder) && !leadsOut(dirname(path), folder))) return;
  throw new UsageError(
    say`${name}: the configuration cannot name a baseline outside of its folder for --write-baseline.`,
    say`Use --baseline ${name}.`,
  );
}

/** A report that also misses what a baseline lists in files that are gone, or are no templates any more. */
export function withGoneFiles(
  report: Report,
  earlier: Baseline | undefined,
  contents: readonly Content[],
  cwd: string,
): Report {
  const { baseline } = report;
  if (!baseline || !earlier) return report;
  const others = new Set(
    contents.flatMap(each => (each.is === 'other' && each.reason !== 'too-large' ? [each.input.name] : [])),
  );
  const judged = new Set([...report.documents.map(each => each.file), ...report.skipped]);
  const gone = earlier.findings.filter(
    ({ file }) => !judged.has(file) && (others.has(file) || !existsSync(absolute(file, cwd))),
  );
  return { ...report, baseline: { ...baseline, gone: [...baseline.gone, ...gone] } };
}

/** What a baseline lists after a run: what cannot be read is not known. */
export function listedFrom(
  unfiltered: Report,
  filtered: Report,
  earlier: Baseline | undefined,
  { quiet }: Pick<Arguments, 'quiet'>,
): Baseline['findings'] {
  const unread = new Set(
    unfiltered.documents.filter(each => each.problems.length > 0).map(each => each.file),
  );
  const findings = unfiltered.findings.filter(
    each => !unread.has(each.file) && (!quiet || each.severity === 'error'),
  );
  return updateBaseline(earlier?.findings ?? [], filtered.baseline?.gone ?? [], findings);
}

/** What a run with a baseline says besides its report. */
export function baselineNotes({ baseline }: Report): readonly Sentence[] {
  const count = sumOf(baseline?.gone ?? []);
  if (!baseline || count === 0) return [];
  const { name } = baseline;
  return [
    count === 1
      ? say`${name}: 1 known finding is gone; --write-baseline removes it.`
      : say`${name}: ${count} known findings are gone; --write-baseline removes them.`,
  ];
}

/** What is said of a baseline that was written, in which something may be listed no more. */
export function writtenNotes({ name, findings }: Baseline, gone: Baseline['findings']): readonly Sentence[] {
  const [count, removed] = [sumOf(findings), sumOf(gone)];
  return [
    count === 1 ? say`wrote ${name} with 1 known finding.` : say`wrote ${name} with ${count} known findings.`,
    ...(removed === 0 ? [] : [say`${name}: known findings that are gone and were removed: ${removed}.`]),
  ];
}

function sumOf(findings: Baseline['findings']): number {
  return findings.reduce((sum, each) => sum + each.count, 0);
}
