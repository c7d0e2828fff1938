/** What a template says, once comments, quoting and layout are taken away. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Reads an own key only: a template may well have a key called `constructor`. */
export function property(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/**
 * A scalar as text; nothing for what is none. Not `String`, which asks an object for its `toString`: a template may
 * well have a key of that name too.
 */
export function scalarText(value: unknown): string | undefined {
  return typeof value === 'object' || value === undefined ? undefined : String(value);
}
