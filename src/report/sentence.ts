import { type Sentence, say } from '../lang/sentence.ts';
import { english, type Words } from '../lang/words.ts';
import type { Diagnostic } from '../lint/report.ts';
import { visible } from './visible.ts';

/** In which scenarios something holds, as a phrase: `IsProd is true and HasLogs is false, or …`; nothing for all. */
export function when({ scenarios }: Pick<Diagnostic, 'scenarios'>): Sentence | undefined {
  const [first, ...others] = scenarios.map(together);
  return first && others.reduce((before, next) => say`${before}, or ${next}`, first);
}

function together(scenario: Diagnostic['scenarios'][number]): Sentence {
  const [first = say``, ...others] = Object.entries(scenario).map(
    ([name, value]) => say`${name} is ${String(value)}`,
  );
  return others.reduce((before, next) => say`${before} and ${next}`, first);
}

/** The message of a finding with all that a reader of one line has to know, fit to be printed. */
export function sentence(
  diagnostic: Pick<Diagnostic, 'message' | 'scenarios'>,
  words: Words = english,
): string {
  const { message } = diagnostic;
  const holds = when(diagnostic);
  return visible(words(holds ? say`${message} This holds when ${holds}.` : message));
}
