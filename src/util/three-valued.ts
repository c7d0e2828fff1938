/**
 * Logic in which an answer may be missing, as that of Kleene: what is not known decides nothing that the rest decides
 * already.
 */

/** Missing stays missing. */
export function negate(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}

/** Answers after one that is false are not asked for. */
export function every(answers: Iterable<boolean | undefined>): boolean | undefined {
  let result: boolean | undefined = true;
  for (const answer of answers) {
    if (answer === false) return false;
    if (answer === undefined) result = undefined;
  }
  return result;
}

/** The same in words. */
export type Trilean = 'yes' | 'no' | 'unknown';

export function everyYes(answers: readonly Trilean[]): Trilean {
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

export function someYes(answers: readonly Trilean[]): Trilean {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}
