import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'preact/hooks';
import { readable } from './editor.tsx';
import { shown } from './invisible.ts';
import type { Fixed, Steps } from './judgement.ts';
import { Prose } from './prose.tsx';
import type { Words } from './words.ts';
import type { File } from './workspace.ts';

/** Texts that a fix would have, to be looked at before they are taken. */
export interface Proposal {
  readonly before: readonly File[];
  readonly after: readonly File[];
  readonly refused: Fixed['refused'];
  /** What there is to do once they are taken. */
  readonly next: Steps | undefined;
}

interface Properties {
  readonly proposal: Proposal;
  readonly words: Words;
  readonly onApply: () => void;
  readonly onDiscard: () => void;
}

export function Comparison({ proposal, words, onApply, onDiscard }: Properties) {
  const dialog = useRef<HTMLDialogElement>(null);
  const apply = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    apply.current?.focus();
  }, []);
  const changed = proposal.after.filter(({ name, text }) => {
    return proposal.before.some(each => each.name === name && each.text !== text);
  });
  return (
    <dialog class="comparison" ref={dialog} onClose={onDiscard} aria-labelledby="changes">
      <header>
        <h2 id="changes">{words.changes}</h2>
        <p>{changed.length > 0 ? words.changesHint : words.nothingToFix}</p>
      </header>
      <div class="differences">
        {changed.map(({ name, text }) => (
          <section key={name} aria-label={name}>
            <h3>{name}</h3>
            <Difference
              before={shown(proposal.before.find(each => each.name === name)?.text ?? '')}
              after={shown(text)}
              label={name}
              words={words}
            />
          </section>
        ))}
        {proposal.refused.length > 0 && (
          <section class="refused">
            <h3>{words.refused}</h3>
            <ul>
              {proposal.refused.map(({ ruleId, file, why }) => (
                <li key={`${file} ${ruleId} ${why}`}>
                  <code>{ruleId}</code> <Prose text={why} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <footer>
        <button type="button" onClick={() => dialog.current?.close()}>
          {words.discard}
        </button>
        {changed.length > 0 && (
          <button type="button" class="primary" ref={apply} onClick={onApply}>
            {words.apply}
          </button>
        )}
      </footer>
    </dialog>
  );
}

interface DifferenceProperties {
  readonly before: string;
  readonly after: string;
  readonly label: string;
  readonly words: Words;
}

function Difference({ before, after, label, words }: DifferenceProperties) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return undefined;
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: after,
        extensions: [
          lineNumbers(),
          EditorView.lineWrapping,
          EditorState.readOnly.of(true),
          EditorState.phrases.of({ '$ unchanged lines': words.unchanged }),
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
          unifiedMergeView({
            original: before,
            mergeControls: false,
            collapseUnchanged: { margin: 3, minSize: 6 },
          }),
          ...readable(/^\s*[{[]/.test(after)),
        ],
      }),
    });
    return () => view.destroy();
  }, [before, after, label, words]);
  return <div class="difference" ref={place} />;
}
