import { useEffect, useId, useState } from 'preact/hooks';
import { draw } from './draw.ts';
import type { Words } from './words.ts';

/** What sessions depend on, across templates: drawn when somebody looks, since what draws it is large. */
export function Diagram({ source, words }: { readonly source: string; readonly words: Words }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="diagram" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.diagram}</summary>
      {isOpen && <Drawing source={source} words={words} />}
    </details>
  );
}

function Drawing({ source, words }: { readonly source: string; readonly words: Words }) {
  const id = useId().replace(/\W/g, '');
  const [drawn, setDrawn] = useState<string>();
  useEffect(() => {
    let isWanted = true;
    draw(`drawing${id}`, source).then(
      svg => isWanted && setDrawn(svg),
      () => isWanted && setDrawn(''),
    );
    return () => {
      isWanted = false;
    };
  }, [id, source]);
  return (
    <>
      {drawn === '' && <p>{words.diagramFailed}</p>}
      {drawn !== undefined && drawn !== '' && (
        // Mermaid takes all out of it that is not a drawing.
        <div
          class="drawing"
          role="img"
          aria-label={words.diagram}
          dangerouslySetInnerHTML={{ __html: drawn }}
        />
      )}
      <details>
        <summary>{words.diagramSource}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
        <pre tabIndex={0}>{source}</pre>
      </details>
    </>
  );
}
