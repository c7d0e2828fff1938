import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The colours are those of the page, so that light and dark need no second theme. */
const page = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--paper)', fontSize: '0.8125rem' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55' },
  '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--faint)', border: 'none' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
  '.cm-tooltip, .cm-panels': {
    backgroundColor: 'var(--raised)',
    color: 'var(--text)',
    borderColor: 'var(--border)',
  },
  '.cm-tooltip': { border: '1px solid var(--border)', borderRadius: '6px', maxWidth: '34rem' },
  '.cm-diagnostic': { padding: '6px 10px' },
  '.cm-diagnosticAction': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-diagnosticSource': { opacity: 1, color: 'var(--faint)' },
  '.cm-searchMatch, .cm-selectionMatch': { backgroundColor: 'var(--selection)' },
  '.cm-collapsedLines': {
    background: 'var(--raised)',
    color: 'var(--faint)',
    padding: '3px 12px',
  },
  '.cm-deletedChunk': { backgroundColor: 'var(--removed) !important' },
  '.cm-changedLine, .cm-inlineChangedLine': { backgroundColor: 'var(--added) !important' },
  '.cm-changedText, .cm-insertedLine, .cm-deletedText': {
    background: 'none !important',
    textDecoration: 'none !important',
  },
  '.cm-invisible': {
    margin: '0 1px',
    padding: '0 3px',
    color: 'var(--paper)',
    backgroundColor: 'var(--warning)',
    borderRadius: '3px',
    fontSize: '0.85em',
  },
  '.cm-collapsedLines::before, .cm-collapsedLines::after': { content: 'none' },
});

const words = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--key)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword], color: 'var(--number)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--comment)', fontStyle: 'italic' },
  { tag: [tags.typeName, tags.tagName, tags.labelName], color: 'var(--tag)' },
]);

export const colours: Extension = [page, syntaxHighlighting(words)];
