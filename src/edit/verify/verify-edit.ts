import { type Sentence, say } from '../../i18n/sentence.ts';
import { commentsOf } from '../../syntax/comments.ts';
import type { Document } from '../../syntax/document.ts';
import { isArray, isObject, type Json, property } from '../../syntax/json-value.ts';
import { toJson } from '../../syntax/node.ts';
import { isPrefix, type Path } from '../../syntax/place.ts';
import { apply } from '../data/apply.ts';
import type { Edit } from '../tree/edit.ts';

/**
 * The law of editing: the text after means what the edits say, and the comments are those that were there, with those
 * that are new by intent. Answers why not, as a complete sentence, when it is broken.
 */
export function verifyEdit(
  before: Document,
  after: Document,
  edits: readonly Edit[],
  newComments: readonly string[] = [],
): Sentence | undefined {
  const [problem] = after.problems;
  if (problem) return say`The template would become unreadable: ${problem.message}`;
  const difference = firstDifference(apply(toJson(before.root), edits), toJson(after.root), []);
  if (difference) {
    const isOurs = edits.some(({ at }) => isPrefix(at.path, difference) || isPrefix(difference, at.path));
    const where = difference.join('.');
    return isOurs
      ? say`The result at ${where} would not be as intended.`
      : say`It would also change ${where}, which repeats the same text.`;
  }
  return strayComment([...texts(before), ...newComments], texts(after));
}

/** Where two values differ; the order of keys says nothing. */
export function firstDifference(a: Json, b: Json, path: Path): Path | undefined {
  if (isArray(a) && isArray(b)) {
    if (a.length !== b.length) return path;
    return firstOf(a.map((item, i) => () => firstDifference(item, b[i] ?? null, [...path, i])));
  }
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    const missing = [
      ...keys.filter(key => !Object.hasOwn(b, key)),
      ...Object.keys(b).filter(key => !Object.hasOwn(a, key)),
    ];
    if (missing[0] !== undefined) return [...path, missing[0]];
    return firstOf(
      keys.map(
        key => () => firstDifference(property(a, key) ?? null, property(b, key) ?? null, [...path, key]),
      ),
    );
  }
  return Object.is(a, b) ? undefined : path;
}

function firstOf(differences: readonly (() => Path | undefined)[]): Path | undefined {
  for (const difference of differences) {
    const found = difference();
    if (found) return found;
  }
  return undefined;
}

/** No comment is lost, and none comes up that nobody wrote. */
function strayComment(before: readonly string[], after: readonly string[]): Sentence | undefined {
  const left = new Map<string, number>();
  for (const comment of after) left.set(comment, (left.get(comment) ?? 0) + 1);
  for (const comment of before) {
    const count = left.get(comment) ?? 0;
    if (count === 0) return say`The comment \`${comment}\` would be lost.`;
    if (count === 1) left.delete(comment);
    else left.set(comment, count - 1);
  }
  const [stray] = left.keys();
  return stray === undefined ? undefined : say`Some text would become the comment \`${stray}\`.`;
}

function texts(document: Document): readonly string[] {
  return commentsOf(document).map(({ start, end }) => document.text.slice(start, end).trimEnd());
}
