import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, foldKeymap } from '@codemirror/language';
import { lintGutter, lintKeymap, type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'preact/hooks';
import { colours } from './colours.ts';
import { codeOf, INVISIBLE } from './invisible.ts';
import type { Finding } from './judgement.ts';
import type { Words } from './words.ts';
import type { File } from './workspace.ts';

/** Where the editor is to show: counted up for every wish, so that the same place can be asked for again. */
export interface Wish {
  readonly count: number;
  readonly offset: number;
}

interface Properties {
  readonly file: File;
  /** Another number says that the text changed otherwise than by typing. */
  readonly edition: number;
  readonly findings: readonly Finding[];
  readonly wish: Wish | undefined;
  readonly words: Words;
  readonly onText: (text: string) => void;
  readonly onFix: (finding: Finding) => void;
}

/** The text of one template, with the findings in it. Tab leaves it, as anything else on the page. */
export function Editor(properties: Properties) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const latest = useRef(properties);
  latest.current = properties;
  const { file, edition, findings, wish, words } = properties;
  const isJson = /^\s*[{[]/.test(file.text);

  // Another template is another editor: what is undone in one is not what was done in the other.
  useEffect(() => {
    if (!place.current) return undefined;
    const changes = EditorView.updateListener.of(update => {
      if (update.docChanged) latest.current.onText(update.state.doc.toString());
    });
    const extensions = [...whileTyping(words.editor(file.name)), language.of([]), changes];
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({ doc: latest.current.file.text, extensions }),
    });
    view.current = made;
    return () => made.destroy();
  }, [file.name, words]);

  useEffect(() => {
    view.current?.dispatch({ effects: language.reconfigure(readable(isJson)) });
  }, [file.name, words, isJson]);

  // The text is taken with another edition, and at no other time: what is being typed is newer than what was heard of it.
  useEffect(() => {
    const { current } = view;
    const { text } = latest.current.file;
    if (!current || current.state.doc.toString() === text) return;
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: text } });
  }, [edition]);

  useEffect(() => {
    const { current } = view;
    if (!current) return;
    const { length } = current.state.doc;
    const marks = findings
      .filter(each => each.file === file.name && each.end <= length)
      .map(each => markOf(each, words, () => latest.current.onFix(each)));
    current.dispatch(setDiagnostics(current.state, marks));
  }, [findings, file.name, words]);

  useEffect(() => {
    const { current } = view;
    if (!current || !wish || wish.offset > current.state.doc.length) return;
    current.dispatch({
      selection: { anchor: wish.offset },
      effects: EditorView.scrollIntoView(wish.offset, { y: 'center' }),
    });
    current.focus();
  }, [wish]);

  return <div class="editor" ref={place} />;
}

/** What the text is written in, which changes as it is typed. */
const language = new Compartment();

function whileTyping(label: string): Extension[] {
  return [
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    history(),
    drawSelection(),
    bracketMatching(),
    highlightSelectionMatches(),
    EditorState.allowMultipleSelections.of(true),
    keymap.of([...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap]),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
  ];
}

/** What a text needs to be read, edited or not. */
export function readable(isJson: boolean): Extension[] {
  return [isJson ? json() : yaml(), colours, visibleCharacters];
}

/** What cannot be seen, or turns other text, is shown by its code. */
const visibleCharacters = highlightSpecialChars({
  specialChars: INVISIBLE,
  render: code => {
    const mark = document.createElement('span');
    mark.className = 'cm-invisible';
    mark.textContent = codeOf(String.fromCodePoint(code));
    return mark;
  },
});

function markOf(finding: Finding, words: Words, onFix: () => void): Mark {
  const { start, end, severity, message, ruleId, fix } = finding;
  return {
    from: start.offset,
    to: end,
    severity,
    source: ruleId,
    message: `${words.severities[severity]}: ${message}`,
    ...(fix && { actions: [{ name: words.fix, apply: onFix }] }),
  };
}
