import { type Sentence, say } from '../../i18n/sentence.ts';
import { differentComment } from '../../syntax/comments.ts';
import type { Document } from '../../syntax/document.ts';
import { isArray, isObject, type Json, property } from '../../syntax/json-value.ts';
import type { Path } from '../../syntax/place.ts';
import { apply } from '../data/apply.ts';
import type { Edit } from '../tree/edit.ts';
import { readWithJsYaml } from './read-js-yaml.ts';
import { readWithYaml } from './read-yaml.ts';
import { firstDifference } from './verify-edit.ts';

/** What another parser thinks of an edited text; absent when it agrees. */
export interface VerificationError {
  /** `before`: it cannot even read the text as it was, so it has no opinion. */
  readonly about: 'before' | 'after';
  /** A complete sentence. */
  readonly why: Sentence;
}

export interface Reader {
  readonly name: Sentence;
  readonly read: (document: Document) => Json;
}

export const YAML_READERS: readonly Reader[] = [
  { name: say`YAML 1.1 (yaml)`, read: readWithYaml },
  { name: say`YAML (js-yaml)`, read: ({ text }) => readWithJsYaml(text) },
];
const JSON_READERS: readonly Reader[] = [{ name: say`JSON`, read: readJson }];

/**
 * Has an edited text read by parsers that had no part in editing it. Each is held to its own reading of the text
 * before, with the edits applied, those of one step after the other: no two of them type YAML's scalars alike, so they
 * are never compared with one another.
 */
export function verifyWithOtherParsers(
  before: Document,
  after: Document,
  steps: readonly (readonly Edit[])[],
): VerificationError | undefined {
  const { format } = before;
  for (const [about, document] of [
    ['before', before],
    ['after', after],
  ] as const) {
    const comment = format === 'json' ? undefined : differentComment(document);
    if (comment)
      return {
        about,
        why: say`Another parser reads the comment \`${document.text.slice(comment.start, comment.end)}\` differently.`,
      };
  }
  const word =
    format === 'json'
      ? undefined
      : steps
          .flat()
          .flatMap(edit => edit.at.path)
          .find(isWord);
  if (word !== undefined)
    return {
      about: 'before',
      why:
        word === ''
          ? say`A key is empty, which not every parser reads as text.`
          : say`The key \`${word}\` is a YAML keyword, which not every parser reads as text.`,
    };
  for (const { name, read } of format === 'json' ? JSON_READERS : YAML_READERS) {
    const was = attempt(read, before);
    if ('failure' in was)
      return { about: 'before', why: say`The template is not readable as ${name}: ${was.failure}.` };
    const is = attempt(read, after);
    if ('failure' in is)
      return {
        about: 'after',
        why: say`The fixed template would not be readable as ${name}: ${is.failure}.`,
      };
    const difference = unexplained(was.value, is.value, steps);
    if (difference) {
      const where = difference.length > 0 ? difference.join('.') : say`the top`;
      return {
        about: 'after',
        why: say`Read as ${name}, the fixed template would not be as intended at ${where}.`,
      };
    }
  }
  return undefined;
}

/** So many values that move are told apart in how they were written: each may be either way. */
const MOST_MOVED = 6;

/**
 * Where a text says something else than was meant. A value that moves with its text is what the parser reads where it
 * stood (`Version: 2012-10-17` is a date to some); one that is written anew is what it means.
 */
function unexplained(was: Json, is: Json, steps: readonly (readonly Edit[])[]): Path | undefined {
  const moved = steps.flat().filter(edit => 'value' in edit && edit.textOf);
  let first: Path | undefined;
  for (const anew of moved.length <= MOST_MOVED ? subsets(moved) : [[], moved]) {
    const meant = steps.reduce<Json>((data, edits) => apply(data, asWritten(data, edits, anew)), was);
    const difference = firstDifference(meant, is, []);
    if (!difference) return undefined;
    first ??= difference;
  }
  return first;
}

/** The empty one first. */
function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** all.length }, (_, chosen) =>
    all.filter((_, i) => (chosen >> i) % 2 === 1),
  );
}

function asWritten(data: Json, edits: readonly Edit[], anew: readonly Edit[]): readonly Edit[] {
  return edits.map(edit => {
    if (!('value' in edit) || !edit.textOf || anew.includes(edit)) return edit;
    const value = valueAt(data, edit.textOf.path);
    return value === undefined ? edit : { ...edit, value };
  });
}

function valueAt(data: Json, path: Path): Json | undefined {
  let value: Json | undefined = data;
  for (const key of path) {
    if (typeof key === 'number') value = isArray(value) ? value[key] : undefined;
    else value = isObject(value) ? property(value, key) : undefined;
  }
  return value;
}

/** Parsers turn keys like these into a boolean, a number or nothing. */
function isWord(key: string | number): boolean {
  return typeof key === 'string' && /^(?:|null|~|true|false|yes|no|on|off|y|n|[-+.\d].*)$/i.test(key);
}

export function attempt(
  read: (document: Document) => Json,
  document: Document,
): { readonly value: Json } | { readonly failure: string } {
  try {
    return { value: read(document) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { failure: (message.split('\n')[0] ?? '').replace(/[.:]$/, '') };
  }
}

function readJson({ text }: Document): Json {
  return JSON.parse(text.replace(/^\uFEFF/, ''));
}
