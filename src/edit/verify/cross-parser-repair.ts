import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Document } from '../../syntax/document.ts';
import { isArray, isObject, type Json, property } from '../../syntax/json-value.ts';
import { toJson } from '../../syntax/node.ts';
import { isPrefix, type Path } from '../../syntax/place.ts';
import { attempt, YAML_READERS } from './cross-parser.ts';

/**
 * Has a text without its slips read by parsers that had no part in finding them: each has to accept it, and one that
 * could read the text before may read something else only where a slip was. A complete sentence where one objects.
 */
export function verifyRepair(before: Document, after: Document): Sentence | undefined {
  const announced = differences(toJson(before.asWritten ?? before.root), toJson(before.root), []);
  // What a parser makes of a tab in an indentation is its own affair: YAML has no such thing.
  const isTabbed = before.typos.some(({ kind }) => kind === 'tab');
  for (const { name, read } of YAML_READERS) {
    const is = attempt(read, after);
    if ('failure' in is)
      return say`Without its syntax errors, the template is not readable as ${name}: ${is.failure}.`;
    const was = attempt(read, { ...before, root: before.asWritten ?? before.root });
    const changed = 'failure' in was || isTabbed ? [] : differences(was.value, is.value, []);
    const other = changed.find(path => !announced.some(place => isPrefix(place, path)));
    if (other) return say`Read as ${name}, it would change the value at ${other.join('.')}.`;
  }
  return undefined;
}

function differences(a: Json | undefined, b: Json | undefined, path: Path): readonly Path[] {
  if (isArray(a) && isArray(b) && a.length === b.length)
    return a.flatMap((item, i) => differences(item, b[i], [...path, i]));
  if (isObject(a) && isObject(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].flatMap(key => differences(property(a, key), property(b, key), [...path, key]));
  }
  return Object.is(a, b) ? [] : [path];
}
