import { verifyWithOtherParsers } from '../edit/verify/cross-parser.ts';
import { verifyRepair } from '../edit/verify/cross-parser-repair.ts';
import type { Sentence } from '../i18n/sentence.ts';
import type { FixedFile } from './fixed-file.ts';

/** What another parser says of a file: that it could not read it before, or reads something else in it now. */
export interface FileVerificationError {
  readonly file: string;
  readonly about: 'before' | 'after';
  readonly why: Sentence;
}

/** Has other parsers read what changed. */
export function verifyFiles(files: readonly FixedFile[]): readonly FileVerificationError[] {
  return files.flatMap(({ before, base, after, steps }): readonly FileVerificationError[] => {
    const why = base === before ? undefined : verifyRepair(before, base);
    if (why !== undefined) return [{ file: before.file, about: 'before', why }];
    const objection = verifyWithOtherParsers(base, after, steps);
    return objection ? [{ file: before.file, ...objection }] : [];
  });
}
