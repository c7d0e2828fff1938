import type { SyntaxProblem } from './document.ts';

/** Nobody reads more of them; when these are fixed, the next come up. */
const MOST = 1000;

/** What is wrong with a text, as far as it is of use to say so. */
export class Problems {
  readonly all: SyntaxProblem[] = [];
  #isBroken = false;

  /** Whether the text cannot be read at all. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  add(problem: SyntaxProblem): void {
    const isNews = problem.kind === 'syntax' && !this.#isBroken;
    if (problem.kind === 'syntax') this.#isBroken = true;
    if (isNews || this.all.length < MOST) this.all.push(problem);
  }
}
