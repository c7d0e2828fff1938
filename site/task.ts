import type { Explained } from './explanation.ts';
import type { Choices, Fixed, Judgement, Steps } from './judgement.ts';
import type { Shared } from './share.ts';
import type { Language } from './words.ts';
import type { File } from './workspace.ts';

/** What the worker does, each with what it is given and what comes of it. */
export interface Tasks {
  judge: { given: [files: readonly File[], choices: Choices, language: Language]; result: Judgement };
  fixAll: { given: [files: readonly File[], choices: Choices, language: Language]; result: Fixed };
  stepsAfter: {
    given: [before: readonly File[], after: readonly File[], choices: Choices, language: Language];
    result: Steps | undefined;
  };
  explain: { given: [files: readonly File[], text: string, language: Language]; result: Explained };
  toFragment: { given: [files: readonly File[]]; result: string };
  fromFragment: { given: [fragment: string]; result: Shared };
}

/** A message to the worker. */
export type Request = {
  [Name in keyof Tasks]: { readonly id: number; readonly task: Name; readonly given: Tasks[Name]['given'] };
}[keyof Tasks];

/** A message from it: what came of a task, unless that failed. */
export type Answer =
  | { readonly id: number; readonly isDone: true; readonly result: Tasks[keyof Tasks]['result'] }
  | { readonly id: number; readonly isDone: false };
