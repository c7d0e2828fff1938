import { isArray, isObject, type Json, type JsonObject, property } from '../../src/syntax/json-value.ts';

/**
 * Where two templates differ, as deep as both have maps, or lists of one length, there:
 * `Service.Properties.LaunchType`, `Role.Properties.Policies.0.PolicyDocument.Statement`.
 */
export function changedIn(before: JsonObject, after: JsonObject): readonly string[] {
  return [...differences(before, after, [])].sort();
}

function differences(a: Json | undefined, b: Json | undefined, path: readonly string[]): readonly string[] {
  if (isArray(a) && isArray(b) && a.length === b.length)
    return a.flatMap((item, i) => differences(item, b[i], [...path, String(i)]));
  if (isObject(a) && isObject(b) && !isFunction(a) && !isFunction(b))
    return keysOf(a, b).flatMap(key => differences(property(a, key), property(b, key), [...path, key]));
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)) ? [] : [path.join('.')];
}

/** Each parser has its own way to say what a function takes. */
function isFunction(map: JsonObject): boolean {
  return Object.keys(map).some(key => key === 'Ref' || key.startsWith('Fn::'));
}

/** The order of keys says nothing. */
function sorted(value: Json | undefined): Json {
  if (isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value ?? null;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [key, sorted(property(value, key))]),
  );
}

function keysOf(a: JsonObject, b: JsonObject): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}
