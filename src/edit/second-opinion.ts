import { type Sentence, say } from '../lang/sentence.ts';
import type { Document } from '../syntax/document.ts';
import { isArray, isObject, type Json, property } from '../syntax/json.ts';
import type { Path } from '../syntax/place.ts';
import { apply } from './apply.ts';
import type { Edit } from './edit.ts';
import { firstDifference } from './law.ts';
import { readByJsYaml } from './read-js-yaml.ts';
import { readByYaml } from './read-yaml.ts';

/** What another parser thinks of an edited text; absent when it agrees. */
export interface Objection {
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
  { name: say`YAML 1.1 as read by yaml`, read: readByYaml },
  { name: say`YAML as read by js-yaml`, read: ({ text }) => readByJsYaml(text) },
];
const JSON_READERS: readonly Reader[] = [{ name: say`JSON`, read: readJson }];

/**
 * Has an edited text read by parsers that had no part in editing it. Each is held to its own reading of the text before,
 * with the edits applied, those of one step after the other: no two of them type YAML's scalars alike, so they are never
 * compared with one another.
 */
export function secondOpinion(
  before: Document,
  after: Document,
  steps: readonly (readonly Edit[])[],
): Objection | undefined {
  const { format } = before;
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
          ? say`A key is left empty, which not every parser reads as text.`
          : say`The key \`${word}\` is a word of YAML, which not every parser reads as text.`,
    };
  for (const { name, read } of format === 'json' ? JSON_READERS : YAML_READERS) {
    const was = attempt(read, before);
    if ('failure' in was)
      return { about: 'before', why: say`As ${name}, the template cannot be read: ${was.failure}.` };
    const is = attempt(read, after);
    if ('failure' in is)
      return { about: 'after', why: say`As ${name}, the mended template cannot be read: ${is.failure}.` };
    const wanted = [steps.reduce(applyOwn, was.value), steps.reduce(apply, was.value)];
    const [difference, another] = wanted.map(each => firstDifference(each, is.value, []));
    if (difference && another) {
      const where = difference.length > 0 ? difference.join('.') : say`the top`;
      return {
        about: 'after',
        why: say`As ${name}, the mended template would not say what was meant at ${where}.`,
      };
    }
  }
  return undefined;
}

/** A value that moves text and all is what the parser reads where it stood: `Version: 2012-10-17` is a date to some. */
function applyOwn(data: Json, edits: readonly Edit[]): Json {
  const own = edits.map(edit => {
    const value = 'value' in edit && edit.textOf ? valueAt(data, edit.textOf.path) : undefined;
    return value === undefined ? edit : { ...edit, value };
  });
  return apply(data, own);
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
