import type { Sentence } from '../i18n/sentence.ts';
import type { Document } from '../syntax/document.ts';
import type { Range } from '../syntax/node.ts';
import type { Place } from '../syntax/place.ts';
import { ignoresInComments } from './comments.ts';
import { ignoresInMetadata } from './metadata.ts';

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

/**
 * What a template's author asks not to be told: by comments (`# ecs-exec-lint: ignore[rule] reason`) on the line, on the
 * line above or at a resource's key, for which they cover the resource; and by `Metadata`, for JSON. Where the text
 * cannot be read there are none.
 */
export function ignoresOf(document: Document): readonly Ignore[] {
  if (!document.text.includes(MARK) || document.problems.some(each => each.kind === 'syntax')) return [];
  return [...ignoresInComments(document), ...ignoresInMetadata(document)];
}

export function everything(document: Document): Range {
  return { start: 0, end: document.text.length + 1 };
}
