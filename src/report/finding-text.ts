import { type Sentence, say } from '../i18n/sentence.ts';
import { english, type Words } from '../i18n/words.ts';
import type { Diagnostic } from '../lint/report.ts';
import { escapeControls } from './escape-output.ts';

/** In which scenarios something holds, as a phrase: `IsProd is true and HasLogs is false, or …`; nothing for all. */
export function when({ scenarios }: Pick<Diagnostic, 'scenarios'>): Sentence | undefined {
  const [first, ...others] = scenarios.map(each => together(Object.entries(each)));
  return first && others.reduce((before, next) => say`${before}, or ${next}`, first);
}

function together([first, ...others]: readonly (readonly [string, boolean])[]): Sentence {
  const [name = '', value] = first ?? [];
  return others.length > 0
    ? say`${name} is ${String(value)} and ${together(others)}`
    : say`${name} is ${String(value)}`;
}

/** The message of a finding with all that a reader of one line has to know, fit to be printed. */
export function sentence(
  diagnostic: Pick<Diagnostic, 'message' | 'scenarios'>,
  words: Words = english,
): string {
  const { message } = diagnostic;
  const holds = when(diagnostic);
  return escapeControls(words(holds ? say`${message} This holds when ${holds}.` : message));
}
