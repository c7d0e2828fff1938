import { say } from '../i18n/sentence.ts';
import { isArray, isObject, type Json } from '../syntax/json-value.ts';
import type { Path } from '../syntax/place.ts';
import { UnexpectedValue } from './fields.ts';

/**
 * What the API returns somewhere, and how CloudFormation writes it: the same with a capital letter at the start of each
 * name, unless a name is given. What a shape does not mention is taken over as it is.
 */
export type Shape =
  | 'text'
  | 'number'
  | 'flag'
  | 'texts by name'
  | { readonly listOf: Shape }
  | { readonly fields: Readonly<Record<string, Shape>>; readonly names?: Readonly<Record<string, string>> };

const ANYTHING: Shape = { fields: {} };

/** What a property says in CloudFormation. Throws an `UnexpectedValue`. */
export function converted(value: Json, shape: Shape, path: Path): Json {
  if (shape === 'text') return only(typeof value === 'string', value, path, say`This must be a string.`);
  if (shape === 'number') return only(typeof value === 'number', value, path, say`This must be a number.`);
  if (shape === 'flag')
    return only(typeof value === 'boolean', value, path, say`This must be true or false.`);
  if (shape === 'texts by name') return textsByName(value, path);
  if ('listOf' in shape) {
    if (!isArray(value)) throw new UnexpectedValue(path, say`This must be a list.`);
    return value.map((item, i) => converted(item, shape.listOf, [...path, i]));
  }
  if (!isObject(value)) throw new UnexpectedValue(path, say`This must be an object.`);
  rejectDepth(path);
  const { fields, names = {} } = shape;
  const entries = Object.entries(value).flatMap(([key, item]): readonly (readonly [string, Json])[] => {
    if (item === null) throw new UnexpectedValue([...path, key], say`This is null.`);
    const own = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const below = [...path, key];
    rejectFunction(capitalized(key), below);
    const name = (Object.hasOwn(names, key) ? names[key] : undefined) ?? capitalized(key);
    return [[name, own ? converted(item, own, below) : unmentioned(item, below)]];
  });
  return Object.fromEntries(entries);
}

function unmentioned(value: Json, path: Path): Json {
  if (isArray(value)) return value.map((item, i) => unmentioned(item, [...path, i]));
  return isObject(value) ? converted(value, ANYTHING, path) : value;
}

function textsByName(value: Json, path: Path): Json {
  if (!isObject(value)) throw new UnexpectedValue(path, say`This must be an object.`);
  for (const [key, text] of Object.entries(value))
    if (typeof text !== 'string') throw new UnexpectedValue([...path, key], say`This must be a string.`);
  rejectFunctions(value, path);
  return value;
}

/** Names of functions mean nothing to the API, and would be called in a template. */
export function rejectFunctions(value: Json, path: Path): void {
  rejectDepth(path);
  if (isArray(value)) for (const [i, item] of value.entries()) rejectFunctions(item, [...path, i]);
  if (!isObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    rejectFunction(key, [...path, key]);
    rejectFunctions(item, [...path, key]);
  }
}

function rejectFunction(key: string, path: Path): void {
  if (/^(?:Ref$|Fn::|!)/.test(key))
    throw new UnexpectedValue(path, say`A deployed resource has no \`${key}\`.`);
}

/** Nothing that AWS returns is nested as deep as this. */
const DEEPEST = 100;

function rejectDepth(path: Path): void {
  if (path.length > DEEPEST) throw new UnexpectedValue(path, say`This is nested too deeply.`);
}

function only(is: boolean, value: Json, path: Path, problem: ReturnType<typeof say>): Json {
  if (!is) throw new UnexpectedValue(path, problem);
  return value;
}

function capitalized(key: string): string {
  return `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
}
