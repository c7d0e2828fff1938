import { type Document, independentGroups, lint, type Options, type Report } from '../index.ts';

/** Templates that belong together, and what there is to say about them. */
export interface Judgement {
  readonly documents: readonly Document[];
  readonly report: Report;
}

/** Judges templates group by group, and again only those groups in which something changed. */
export class Judgements {
  #options: Options | undefined;
  #known: readonly Judgement[] = [];

  /**
   * All groups that have a wanted template. Others have their turn before each; when `isStale` says so then, there is
   * nothing.
   */
  async judge(
    documents: readonly Document[],
    isWanted: (document: Document) => boolean,
    options: Options,
    isStale: () => boolean,
  ): Promise<readonly Judgement[] | undefined> {
    const known = this.#options === options ? this.#known : [];
    const judged: Judgement[] = [];
    for (const group of independentGroups(documents)) {
      if (!group.some(isWanted)) continue;
      const same = known.find(each => isSame(each.documents, group));
      if (!same) await yieldToEventLoop();
      if (isStale()) return undefined;
      judged.push(same ?? { documents: group, report: lint(group, options) });
    }
    this.#options = options;
    this.#known = judged;
    return judged;
  }
}

function isSame(one: readonly Document[], other: readonly Document[]): boolean {
  return one.length === other.length && one.every((each, i) => each === other[i]);
}

/** Lets messages in that have come meanwhile, such as that somebody types on. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
