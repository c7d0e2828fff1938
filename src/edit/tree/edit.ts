import type { Sentence } from '../../i18n/sentence.ts';
import type { Document } from '../../syntax/document.ts';
import type { Json } from '../../syntax/json-value.ts';
import type { Place } from '../../syntax/place.ts';

/**
 * A change to what a template says.
 *
 * - `set` gives a key its value, replacing what is there. Maps that the path leads through and that are absent or empty
 *
 * (`Properties:`, `{}`) are made on the way; a list, a scalar or an intrinsic in the way is refused.
 *
 * - `append` adds an item at the end of the list at `at`; the list is made when it is absent or empty.
 *
 * - `remove` takes away the entry or the list item at `at`; with `leavesComments` its comments stay, on lines of their
 * own.
 *
 * - `rename` gives the entry at `at` another key, which none beside it may have.
 *
 * `textOf` says that `value` is what stands at that place, so that its text, comments included, is used for it. `after`
 * names the key that a new one goes behind; without it, it goes to the end.
 */
export type Edit =
  | {
      readonly op: 'set';
      readonly at: Place;
      readonly value: Json;
      readonly textOf?: Place;
      readonly after?: string;
    }
  | { readonly op: 'append'; readonly at: Place; readonly value: Json; readonly textOf?: Place }
  | { readonly op: 'remove'; readonly at: Place; readonly leavesComments?: true }
  | { readonly op: 'rename'; readonly at: Place; readonly key: string };

/** An edit that brings a value. */
export type Addition = Extract<Edit, { readonly value: Json }>;

/** Replaces the text from `start` to `end` (UTF-16 offsets, end exclusive). */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Why an edit cannot be written as text here: a complete sentence. */
export class Refusal {
  readonly why: Sentence;

  constructor(why: Sentence) {
    this.why = why;
  }
}

export function set(at: Place, value: Json, textOf?: Place): Edit {
  return { op: 'set', at, value, ...(textOf && { textOf }) };
}

export function append(at: Place, value: Json, textOf?: Place): Edit {
  return { op: 'append', at, value, ...(textOf && { textOf }) };
}

export function remove(at: Place): Edit {
  return { op: 'remove', at };
}

/** Takes something away, and leaves its comments where it stood. */
export function removeButComments(at: Place): Edit {
  return { op: 'remove', at, leavesComments: true };
}

export function rename(at: Place, key: string): Edit {
  return { op: 'rename', at, key };
}

/** A new resource, behind the one that it belongs to. */
export function addResource(document: Document, id: string, value: Json, after: string): Edit {
  return { op: 'set', at: { document, path: ['Resources', id] }, value, after };
}

/** Tells an edit from others: two that are the same are one. */
export function editKey(edit: Edit): string {
  return JSON.stringify([
    edit.op,
    edit.at.document.file,
    edit.at.path,
    'value' in edit ? edit.value : null,
    'key' in edit ? edit.key : null,
  ]);
}

/** Edits without those that are there twice. */
export function distinctEdits(edits: readonly Edit[]): readonly Edit[] {
  return [...new Map(edits.map(edit => [editKey(edit), edit])).values()];
}
