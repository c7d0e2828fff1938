import type { Words } from '../../i18n/words.ts';

/** What a report is recognized by, besides its layout. */
export interface Known {
  readonly isRule: (id: string) => boolean;
  /** The languages that it may be in. */
  readonly languages: readonly Words[];
}

/**
 * Whether a text is a report of one format, as this tool writes it, and nothing that somebody else wrote or added to.
 */
export type Recognize = (text: string, known: Known) => boolean;

/** The lines of a text that ends in a line break; none where it does not. */
export function linesOf(text: string): readonly string[] {
  return text.endsWith('\n') ? text.slice(0, -1).split('\n') : [];
}

export function isEach<T>(all: readonly T[], is: (each: T, index: number) => boolean): boolean {
  return all.length > 0 && all.every(is);
}
