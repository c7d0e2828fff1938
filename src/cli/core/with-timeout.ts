import { createContext, Script } from 'node:vm';

/**
 * Answers a question that may take for ever, such as what a regular expression from a template matches; throws when it
 * takes more than so many milliseconds.
 */
export function withTimeout<T>(milliseconds: number, ask: () => T): T {
  let answer: { readonly value: T } | undefined;
  context.ask = () => {
    answer = { value: ask() };
  };
  script.runInContext(context, { timeout: milliseconds });
  if (!answer) throw new Error('There is no answer.');
  return answer.value;
}

const context: Record<string, unknown> = {};
createContext(context);
const script = new Script('ask()');
