import { appendFileSync, lstatSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Sentence, say } from '../lang/sentence.ts';
import { reason } from './failure.ts';

/** Writes a report to a file. Answers complete sentences about why it was not. */
export function save(file: string, text: string): readonly Sentence[] {
  try {
    if (isLink(file)) return [say`${file}: no report was written, since this is a link to another file.`];
    if (isSummary(file)) appendFileSync(file, text);
    else writeFileSync(file, text);
    return [];
  } catch (error) {
    return [say`${file}: ${reason(error)}.`];
  }
}

/** Who makes a repository could have another file overwritten by it. `/dev/stdout` is a link that nobody can make. */
function isLink(file: string): boolean {
  const isOne = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isOne && !resolve(file).startsWith('/dev/');
}

/** Other steps of a job on GitHub write to this file too. */
function isSummary(file: string): boolean {
  const { GITHUB_STEP_SUMMARY: summary } = process.env;
  return summary !== undefined && summary !== '' && resolve(summary) === resolve(file);
}
