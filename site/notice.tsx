import type { Words } from './words.ts';

/** Something to be said once, whatever the language. */
export type Message = (words: Words) => string;

interface Properties {
  readonly message: Message | undefined;
  /** Whether something that was typed is not shown any more. */
  readonly hasFormer: boolean;
  readonly words: Words;
  readonly onBack: () => void;
}

/** What happened that cannot be seen otherwise, and the way back to what was typed before. */
export function Notice({ message, hasFormer, words, onBack }: Properties) {
  return (
    <>
      <p class="notice" role="status">
        {message?.(words)}
      </p>
      {hasFormer && (
        <p class="notice">
          <span>{words.replaced}</span>
          <button type="button" onClick={onBack}>
            {words.goBack}
          </button>
        </p>
      )}
    </>
  );
}
