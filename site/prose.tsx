import type { Sentence } from '../src/index.ts';

/** A sentence whose `quoted` parts are code. */
export function Prose({ text }: { text: Sentence }) {
  return (
    <>
      {String(text)
        .split('`')
        .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}
    </>
  );
}
