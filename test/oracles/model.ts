import { isArray, isObject, type Json, type JsonObject, property } from '../../src/syntax/json-value.ts';

/**
 * What the validator of AWS holds to be the value of something, as a template says it; what it computes is a function.
 */
export function plainOf(modelled: Json | undefined): Json {
  const [kind, content] = isObject(modelled) ? (Object.entries(modelled)[0] ?? []) : [];
  if (kind === undefined || !isObject(content)) return null;
  switch (kind) {
    case 'Concrete':
      return property(content, 'value') ?? null;
    case 'List':
      return listIn(content, 'items').map(plainOf);
    case 'Map':
      return Object.fromEntries(listIn(content, 'entries').flatMap(entryOf));
    default:
      return { [`Fn::${kind}`]: content };
  }
}

function entryOf(entry: Json): readonly (readonly [string, Json])[] {
  return isObject(entry) ? [[String(property(entry, 'key')), plainOf(property(entry, 'value'))]] : [];
}

function listIn(map: JsonObject, key: string): readonly Json[] {
  const list = property(map, key);
  return isArray(list) ? list : [];
}
