import { type Said, type Sentence, say } from '../i18n/sentence.ts';
import { escapeControls } from './escape-output.ts';
import type { Paint, View } from './view.ts';
import { wrap } from './wrap.ts';

/** What a check came to, in one word. */
export type Word = 'pass' | 'ignored' | 'inapplicable' | 'fail' | 'warning' | 'info' | 'undecided';

const WORDS: Readonly<Record<Word, { readonly text: Sentence; readonly paint: keyof Paint }>> = {
  pass: { text: say`pass`, paint: 'good' },
  ignored: { text: say`ignored`, paint: 'faint' },
  inapplicable: { text: say`n/a`, paint: 'faint' },
  fail: { text: say`fail`, paint: 'error' },
  warning: { text: say`warning`, paint: 'warning' },
  info: { text: say`info`, paint: 'info' },
  undecided: { text: say`undecided`, paint: 'warning' },
};

/** A check as a row: the word, and what is said beside it. */
export function row(word: Word, said: Said, view: View): string {
  const { words, measure, paint } = view;
  const width = Math.max(...Object.values(WORDS).map(({ text }) => measure(words(text))));
  const start = width + 4;
  const lines = wrap(escapeControls(words(say`${said}`)), view, ' '.repeat(start), start);
  const head = words(WORDS[word].text);
  return `  ${paint[WORDS[word].paint](head)}${' '.repeat(width - measure(head))}  ${lines}`;
}

/** Sentences as a list below a title; nothing where there are none. */
export function section(title: Sentence, items: readonly Sentence[], view: View): readonly string[] {
  if (items.length === 0) return [];
  const rows = items.map(each => `    - ${wrap(escapeControls(view.words(each)), view, '      ', 6)}`);
  return [`  ${view.words(title)}:`, ...rows];
}
