import type { ErrorMessage, Phrase } from './error-message.ts';
import { ERROR_MESSAGES } from './error-messages.ts';

/** Finds the known error messages in a text that somebody pasted, in the order of the table. */
export function recognizeErrors(text: string): readonly ErrorMessage[] {
  const plain = plainText(text);
  return ERROR_MESSAGES.filter(
    ({ texts, unless = [] }) =>
      texts.some(phrases => phrases.every(each => isIn(each, plain))) &&
      !unless.some(each => isIn(each, plain)),
  );
}

function isIn(phrase: Phrase, plain: string): boolean {
  return typeof phrase === 'string' ? plain.includes(plainText(phrase)) : phrase.test(plain);
}

/** Colors and other commands to a terminal. */
const CONTROL_SEQUENCES = /\p{Cc}\[[\d;?]+[A-Za-z]/gu;

/** Quotes of any kind, as they are or escaped for JSON or HTML, and white space, also as JSON escapes it. */
const QUOTES_AND_SPACE = /&(?:#39|apos|quot);|\\[nrt](?![a-z])|[\s'"`\u00b4\u2018\u2019\u201c\u201d\\]/g;

/**
 * A text without what a terminal, a browser or a log changes in it: line breaks, also within a word, quotes, case and
 * full-width forms.
 */
function plainText(text: string): string {
  return text.replace(CONTROL_SEQUENCES, '').normalize('NFKC').toLowerCase().replace(QUOTES_AND_SPACE, '');
}
