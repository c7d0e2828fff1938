import { firstDifference } from '../../src/edit/law.ts';
import { isObject, type Json, type JsonObject, property } from '../../src/syntax/json.ts';

/**
 * Which resources, and which of their attributes and properties, differ between two templates: `Service`,
 * `Service.DependsOn`, `Service.Properties.LaunchType`.
 */
export function changedIn(before: JsonObject, after: JsonObject): readonly string[] {
  return keysOf(before, after)
    .flatMap(id => {
      const [was, is] = [property(before, id), property(after, id)];
      if (!isObject(was) || !isObject(is)) return [id];
      return differing(was, is).flatMap(key => {
        if (key !== 'Properties') return [`${id}.${key}`];
        const [old, fresh] = [objectAt(was, key), objectAt(is, key)];
        return differing(old, fresh).map(name => `${id}.Properties.${name}`);
      });
    })
    .sort();
}

function differing(a: JsonObject, b: JsonObject): readonly string[] {
  return keysOf(a, b).filter(key => firstDifference(property(a, key) ?? null, property(b, key) ?? null, []));
}

function keysOf(a: JsonObject, b: JsonObject): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value: Json | undefined = property(object, key);
  return isObject(value) ? value : {};
}
