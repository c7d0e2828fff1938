import { type Sentence, say } from '../i18n/sentence.ts';
import { resourceOf } from '../lint/diagnose.ts';
import type { Diagnostic, Report } from '../lint/report.ts';
import type { Path, Place } from '../syntax/place.ts';
import {
  byFile,
  changedBy,
  type FixedFile,
  findingKey,
  grouped,
  type MadeFix,
  subjectKey,
} from './fixed-file.ts';

type Findings = readonly Diagnostic[];

/** A fix that did not do what it was for, and how: a complete sentence. */
export interface Failure {
  readonly fix: MadeFix;
  readonly why: Sentence;
}

export const STILL_THERE: Sentence = say`The finding would still be there.`;

/** The fixes whose finding is still there, or that left an error which was not there before. */
export function failures(files: readonly FixedFile[], first: Report, last: Report): readonly Failure[] {
  const [were, are] = [byFile(first.findings), byFile(last.findings)];
  const made = [...new Set(files.flatMap(each => each.made))];
  const asked = grouped(made, each => [each.foundIn]);
  return files.flatMap(({ before: { file } }) => {
    const [had, has] = [were, are].map(each => each.get(file) ?? []);
    const useless = uselessOf(asked.get(file) ?? [], had ?? [], has ?? []);
    if (useless.length > 0) return useless.map(fix => ({ fix, why: STILL_THERE }));
    return addedIn(had ?? [], has ?? []).flatMap(error => {
      const why = say`It would cause a new error: ${error.message}`;
      return suspects(error, made).map(fix => ({ fix, why }));
    });
  });
}

function addedIn(first: Findings, last: Findings): Findings {
  const known = new Set(first.map(subjectKey));
  return last.filter(each => each.severity === 'error' && !known.has(subjectKey(each)));
}

/** The fixes that an error may come from: those of what it is about or speaks of, else those of its file, else any. */
function suspects({ file, path, related }: Diagnostic, made: readonly MadeFix[]): readonly MadeFix[] {
  const of = (places: readonly Pick<Diagnostic, 'file' | 'path'>[]): readonly MadeFix[] => {
    const subjects = new Set(places.map(each => subjectOf(each.file, each.path)));
    const isOne = ({ document, path: at }: Place): boolean => subjects.has(subjectOf(document.file, at));
    return made.filter(fix => fix.edits.some(({ at }) => isOne(at)));
  };
  const here = made.filter(each => changedBy(each).includes(file));
  return [of([{ file, path }]), of(related), here, made].find(each => each.length > 0) ?? [];
}

function subjectOf(file: string, path: Path): string {
  return JSON.stringify([file, resourceOf({ path }) ?? path[0]]);
}

/** Of findings that say the same, as many are to be gone as there were fixes. */
function uselessOf(made: readonly MadeFix[], first: Findings, last: Findings): readonly MadeFix[] {
  const [were, are] = [count(first), count(last)];
  const times = new Map<string, number>();
  for (const { finding } of made) times.set(finding, (times.get(finding) ?? 0) + 1);
  return made.filter(({ finding }) => {
    const left = are.get(finding) ?? 0;
    return left > 0 && left > (were.get(finding) ?? 0) - (times.get(finding) ?? 0);
  });
}

function count(findings: Findings): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of findings) {
    if (!each.sure) continue;
    const key = findingKey(each);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
