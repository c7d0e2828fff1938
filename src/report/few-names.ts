import { commas, type Said, type Sentence, say } from '../i18n/sentence.ts';

/** So many names are given; the others are counted. */
const MOST_NAMES = 3;

/** A few of several names, and the number of the others: `a, b, c and 2 more`. */
export function fewNames(names: readonly Said[]): Sentence {
  const first = commas(names.slice(0, MOST_NAMES));
  const more = names.length - MOST_NAMES;
  return more > 0 ? say`${first} and ${more} more` : first;
}
