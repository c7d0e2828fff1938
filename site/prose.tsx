import type { Sentence } from '../src/index.ts';

/** A sentence whose `quoted` parts are code. */
export function Prose({ text }: { text: Sentence | string }) {
  return (
    <>
      {String(text)
        .split('`')
        .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}
    </>
  );
}
