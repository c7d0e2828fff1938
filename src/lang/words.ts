import type { Said, Sentence } from './sentence.ts';

/** What is said in a language: a sentence, or a text that is always the same, such as the summary of a rule. */
export type Words = (said: Sentence | string) => string;

/**
 * What there is to say in another language, by the English: `Task role {0} lacks {1}.` The holes of a translation are
 * those of the English, in any order.
 */
export type Catalogue = Readonly<Record<string, string>>;

export const english: Words = String;

/** Words by a catalogue; what it does not have stays English. */
export function wordsOf(catalogue: Catalogue): Words {
  const translate = (said: Sentence | string): string => {
    if (typeof said === 'string') return catalogue[said] ?? said;
    const template = templateOf(said);
    return (catalogue[template] ?? template).replace(HOLE, (_, hole: string) =>
      fill(said.values[Number(hole)]),
    );
  };
  const fill = (value: Said = ''): string => (typeof value === 'object' ? translate(value) : String(value));
  return translate;
}

const HOLE = /\{(\d+)\}/g;

/** A sentence without its values: what it is called by in a catalogue. */
export function templateOf({ parts }: Pick<Sentence, 'parts'>): string {
  return parts.reduce((before, part, i) => `${before}{${i - 1}}${part}`);
}
