import type { Said, Sentence } from './sentence.ts';

/** What is said in a language: a sentence, or a text that is always the same, such as the summary of a rule. */
export type Words = (said: Sentence | string) => string;

/**
 * What there is to say in another language, by the English: `Task role {0} lacks {1}.` The holes of a translation are
 * those of the English, in any order. A blank beside one is left out where it would stand between wide characters.
 */
export type Catalogue = Readonly<Record<string, string>>;

export const english: Words = String;

/** Words by a catalogue; what it does not have stays English. */
export function wordsOf(catalogue: Catalogue): Words {
  const translate = (said: Sentence | string): string => {
    if (typeof said === 'string') return catalogue[said] ?? said;
    const template = templateOf(said);
    const [start = '', ...others] = (catalogue[template] ?? template).split(HOLE);
    let text = start;
    for (let i = 0; i < others.length; i += 2)
      text = join(join(text, fill(said.values[Number(others[i])])), others[i + 1] ?? '');
    return text;
  };
  const fill = (value: Said = ''): string => (typeof value === 'object' ? translate(value) : String(value));
  return translate;
}

const HOLE = /\{(\d+)\}/;

/** A sentence without its values: what it is called by in a catalogue. */
export function templateOf({ parts }: Pick<Sentence, 'parts'>): string {
  return parts.reduce((before, part, i) => `${before}{${i - 1}}${part}`);
}

const WIDE = String.raw`[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]`;
/** What colours a text, and takes no room. */
const COLOURS = String.raw`(?:\u001b\[\d+m)*`;
const ENDS_WIDE = new RegExp(`${WIDE}${COLOURS}$`);
const STARTS_WIDE = new RegExp(`^${COLOURS}${WIDE}`);

function join(before: string, after: string): string {
  if (before.endsWith(' ') && ENDS_WIDE.test(before.slice(0, -1)) && STARTS_WIDE.test(after))
    return before.slice(0, -1) + after;
  if (after.startsWith(' ') && ENDS_WIDE.test(before) && STARTS_WIDE.test(after.slice(1)))
    return before + after.slice(1);
  return before + after;
}
