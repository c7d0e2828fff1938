import type { Sentence } from '../lang/sentence.ts';
import type { Mended } from './mended.ts';

/** What another parser says of a file: that it could not read it before, or reads something else in it now. */
export interface FileObjection {
  readonly file: string;
  readonly about: 'before' | 'after';
  readonly why: Sentence;
}

/** The other parsers are loaded only when there is something to write: they cost more than a lint. */
export async function readAgain(files: readonly Mended[]): Promise<readonly FileObjection[]> {
  if (files.length === 0) return [];
  const { secondOpinion } = await import('../edit/second-opinion.ts');
  const { repairOpinion } = await import('../edit/repair-opinion.ts');
  return files.flatMap(({ before, base, after, steps }): readonly FileObjection[] => {
    const why = base === before ? undefined : repairOpinion(before, base);
    if (why !== undefined) return [{ file: before.file, about: 'before', why }];
    const objection = secondOpinion(base, after, steps);
    return objection ? [{ file: before.file, ...objection }] : [];
  });
}
