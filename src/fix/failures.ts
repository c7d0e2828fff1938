import { type Sentence, say } from '../lang/sentence.ts';
import type { Diagnostic, Report } from '../lint/report.ts';
import { byFile, findingKey, type MadeFix, type Mended, subjectKey } from './mended.ts';

type Findings = readonly Diagnostic[];

/** A fix that did not do what it was for, and how: a complete sentence. */
export interface Failure {
  readonly fix: MadeFix;
  readonly why: Sentence;
}

export const STILL_THERE: Sentence = say`What it was to mend would still be there.`;

/** The fixes whose finding is still there, or that left an error which was not there before. */
export function failures(files: readonly Mended[], first: Report, last: Report): readonly Failure[] {
  const [were, are] = [byFile(first.findings), byFile(last.findings)];
  return files.flatMap(file => {
    const name = file.before.file;
    return file.made.length === 0 ? [] : failuresOf(file, were.get(name) ?? [], are.get(name) ?? []);
  });
}

function failuresOf(file: Mended, first: Findings, last: Findings): readonly Failure[] {
  const useless = uselessOf(file, first, last);
  if (useless.length > 0) return useless.map(fix => ({ fix, why: STILL_THERE }));
  const known = new Set(first.map(subjectKey));
  const added = last.filter(each => each.severity === 'error' && !known.has(subjectKey(each)));
  return added.flatMap(({ message, resource }) => {
    const why = say`It would leave an error that was not there before: ${message}`;
    const near = file.made.filter(each => each.edits.some(edit => edit.at.path[1] === resource));
    return (near.length > 0 ? near : file.made).map(fix => ({ fix, why }));
  });
}

/** Of findings that say the same, as many are to be gone as there were fixes. */
function uselessOf(file: Mended, first: Findings, last: Findings): readonly MadeFix[] {
  const [were, are] = [count(first), count(last)];
  const made = new Map<string, number>();
  for (const { finding } of file.made) made.set(finding, (made.get(finding) ?? 0) + 1);
  return file.made.filter(({ finding }) => {
    const left = are.get(finding) ?? 0;
    return left > 0 && left > (were.get(finding) ?? 0) - (made.get(finding) ?? 0);
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
