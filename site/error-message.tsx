import { useEffect, useState } from 'preact/hooks';
import type { Explained } from './explanation.ts';
import type { Helper } from './helper.ts';
import type { OpenCheck } from './judgement.ts';
import { Prose } from './prose.tsx';
import { Open, Passed } from './readiness.tsx';
import { useSettled } from './use-settled.ts';
import type { Language, Words } from './words.ts';
import type { File } from './workspace.ts';

/** How long a person has to stop typing before the message is explained, in milliseconds. */
const PAUSE = 300;

interface Properties {
  readonly helper: Helper;
  readonly files: readonly File[];
  readonly language: Language;
  readonly words: Words;
  readonly onLine: (file: string, line: number) => void;
}

/** A box for an error message, and what causes it in the open templates. */
export function ErrorMessage({ helper, files, language, words, onLine }: Properties) {
  const [text, setText] = useState('');
  const [explained, setExplained] = useState<Explained>();
  const settled = useSettled(text.trim(), PAUSE);
  useEffect(() => {
    let isWanted = true;
    if (settled === '') setExplained(undefined);
    else
      helper.ask('explain', files, settled, language).then(
        each => isWanted && setExplained(each),
        () => isWanted && setExplained(undefined),
      );
    return () => {
      isWanted = false;
    };
  }, [helper, files, settled, language]);
  return (
    <section class="error-message readiness" aria-labelledby="error-message-heading">
      <h2 id="error-message-heading">{words.errorMessage}</h2>
      <textarea
        aria-labelledby="error-message-heading"
        placeholder={words.errorMessageHint}
        rows={2}
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      {explained && settled !== '' && (
        <div aria-live="polite">
          <Explanation explained={explained} words={words} onLine={onLine} />
        </div>
      )}
    </section>
  );
}

type ExplanationProperties = Pick<Properties, 'words' | 'onLine'> & { readonly explained: Explained };

function Explanation({ explained, words, onLine }: ExplanationProperties) {
  const { messages, outcome, services, besides, outside } = explained;
  const list = (open: readonly OpenCheck[], passed: readonly string[]) => (
    <ul>
      {open.map(each => (
        <Open key={`${each.id} ${each.line}`} check={each} words={words} onLine={onLine} />
      ))}
      {passed.map(id => (
        <Passed key={id} id={id} words={words} />
      ))}
    </ul>
  );
  return (
    <>
      {messages.map(({ name, meaning }) => (
        <div key={name}>
          <h3>{name}</h3>
          <p>
            <Prose text={meaning} />
          </p>
        </div>
      ))}
      <p>{outcome}</p>
      {services
        .filter(each => each.open.length + each.passed.length > 0)
        .map(({ resource, file, open, passed }) => (
          <details key={`${file} ${resource}`} open={open.length > 0}>
            <summary>
              <strong>{resource}</strong>
            </summary>
            {list(open, passed)}
          </details>
        ))}
      {besides.length > 0 && <details open>{list(besides, [])}</details>}
      <p class="outside-title">{words.outside}</p>
      <ul>
        {outside.map(({ text, command }) => (
          <li key={text}>
            <Prose text={text} />
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
            <pre tabIndex={0}>{command}</pre>
          </li>
        ))}
      </ul>
    </>
  );
}
