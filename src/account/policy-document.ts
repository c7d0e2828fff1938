import { say } from '../i18n/sentence.ts';
import { isArray, isObject, type Json, type JsonObject } from '../syntax/json-value.ts';
import type { Path } from '../syntax/place.ts';
import { UnexpectedValue } from './fields.ts';
import { rejectFunctions } from './shape.ts';

/**
 * A policy document: a map, or JSON in a text, which the API of IAM encodes as for a URL. Throws an `UnexpectedValue` for
 * one that AWS would never have stored.
 */
export function policyDocument(value: Json, path: Path): JsonObject {
  const document = typeof value === 'string' ? parsed(value, path) : value;
  // What is wrong inside of a text is shown where the text is.
  const placeOf = (...keys: Path): Path => (typeof value === 'string' ? path : [...path, ...keys]);
  if (!isObject(document)) throw new UnexpectedValue(path, say`This is not a policy document.`);
  rejectFunctions(document, path);
  if (!isWhole(document)) throw new UnexpectedValue(path, say`This is not a policy document.`);
  const statement = entry(document, 'Statement');
  const statements = isArray(statement) ? statement : [statement];
  for (const [i, each] of statements.entries())
    rejectStatement(each, isArray(statement) ? placeOf('Statement', i) : placeOf('Statement'));
  return document;
}

/** Nothing in it is null, and what names it or its language is text. */
function isWhole(value: Json): boolean {
  if (isArray(value)) return value.every(isWhole);
  if (!isObject(value)) return value !== null;
  return Object.entries(value).every(
    ([key, item]) => isWhole(item) && (!/^(?:Version|Id|Sid)$/i.test(key) || typeof item === 'string'),
  );
}

function parsed(text: string, path: Path): Json {
  try {
    return JSON.parse(/^\s*%7B/i.test(text) ? decodeURIComponent(text) : text);
  } catch {
    throw new UnexpectedValue(path, say`This is not a policy document.`);
  }
}

function rejectStatement(statement: Json | undefined, path: Path): void {
  if (!isObject(statement)) throw new UnexpectedValue(path, say`This is not a policy statement.`);
  const effect = entry(statement, 'Effect');
  const wrong = (is: boolean, name: string): void => {
    if (!is) throw new UnexpectedValue(path, say`This policy statement has no valid \`${name}\`.`);
  };
  wrong(effect === 'Allow' || effect === 'Deny', 'Effect');
  for (const name of ['Action', 'NotAction', 'Resource', 'NotResource'])
    wrong(isTexts(entry(statement, name) ?? '*'), name);
  for (const name of ['Principal', 'NotPrincipal']) wrong(isPrincipal(entry(statement, name) ?? '*'), name);
  wrong(isCondition(entry(statement, 'Condition') ?? {}), 'Condition');
  wrong(entry(statement, 'Action') !== undefined || entry(statement, 'NotAction') !== undefined, 'Action');
}

/** IAM does not tell the names of elements apart by their case. */
function entry(object: JsonObject, name: string): Json | undefined {
  const key = Object.keys(object).find(each => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : object[key];
}

function isTexts(value: Json): boolean {
  return (
    typeof value === 'string' ||
    (isArray(value) && value.length > 0 && value.every(each => typeof each === 'string'))
  );
}

function isPrincipal(value: Json): boolean {
  return value === '*' || (isObject(value) && Object.values(value).every(isTexts));
}

function isCondition(value: Json): boolean {
  return (
    isObject(value) &&
    Object.values(value).every(keys => isObject(keys) && Object.values(keys).every(isValues))
  );
}

function isValues(value: Json): boolean {
  return isArray(value) ? value.every(each => !isArray(each) && !isObject(each)) : !isObject(value);
}
