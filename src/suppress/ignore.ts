import type { Sentence } from '../i18n/sentence.ts';
import type { Document } from '../syntax/document.ts';
import type { Range } from '../syntax/node.ts';
import type { Place } from '../syntax/place.ts';

/** What somebody does not want to be told, in one part of a template. */
export interface Ignore {
  /** The id of a rule, as it is written: it may name none. */
  readonly rule: string;
  readonly reason: string | undefined;
  /** The comment, or the entry of `Metadata`. */
  readonly at: Place;
  /** Findings that begin in here are left out. */
  readonly covers: Range;
  /** Why it is none, when it is not written as one: a complete sentence. */
  readonly malformed?: Sentence;
}

/** What a template without ignores need not be searched for. */
export const MARK = 'ecs-exec-lint';

export function everything(document: Document): Range {
  return { start: 0, end: document.text.length + 1 };
}
