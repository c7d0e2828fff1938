import type { Sentence } from '../src/index.ts';
import type { Words } from './words.ts';

/** A sentence in the language of the page, whose `quoted` parts are code. */
export function Prose({ text, words }: { readonly text: Sentence | string; readonly words: Words }) {
  const parts = words.tell(text).split('`');
  return <>{parts.map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>;
}
