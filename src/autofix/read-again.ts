import { repairOpinion } from '../edit/verify/repair-opinion.ts';
import { secondOpinion } from '../edit/verify/second-opinion.ts';
import type { Sentence } from '../i18n/sentence.ts';
import type { Mended } from './mended.ts';

/** What another parser says of a file: that it could not read it before, or reads something else in it now. */
export interface FileObjection {
  readonly file: string;
  readonly about: 'before' | 'after';
  readonly why: Sentence;
}

/** Has other parsers read what changed. */
export function readAgain(files: readonly Mended[]): readonly FileObjection[] {
  return files.flatMap(({ before, base, after, steps }): readonly FileObjection[] => {
    const why = base === before ? undefined : repairOpinion(before, base);
    if (why !== undefined) return [{ file: before.file, about: 'before', why }];
    const objection = secondOpinion(base, after, steps);
    return objection ? [{ file: before.file, ...objection }] : [];
  });
}
