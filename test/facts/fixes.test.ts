import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isArray, isObject, type Json, type JsonObject, property } from '../../src/syntax/json-value.ts';
import { toJson } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';
import { changedIn } from '../oracles/changes.ts';
import { FIXTURE_PAIRS } from '../oracles/pairs.ts';
import table from './resource-properties.facts.json' with { type: 'json' };

interface Property {
  readonly replacement?: string;
  readonly values?: readonly string[];
}

/** What is known of each type, by the paths of its properties. */
const TYPES: ReadonlyMap<string, ReadonlyMap<string, Property>> = new Map(
  Object.entries(table).flatMap(([type, rows]) =>
    typeof rows === 'string' ? [] : [[type, new Map(Object.entries(rows))] as const],
  ),
);

interface Changed {
  readonly fixture: string;
  readonly type: string;
  /** Below `Properties`, with `*` for an item of a list. */
  readonly path: string;
  /** After the fix, and of the property as a whole before. */
  readonly value: Json | undefined;
  readonly was: Json | undefined;
  readonly isNewResource: boolean;
}

/** Each property that a fix of a fixture changes or adds, in a resource of a type that is known. */
const CHANGES: readonly Changed[] = FIXTURE_PAIRS.flatMap(({ name, before, after }) => {
  const [old, fixed] = [before, after].map(resourcesOf);
  return Object.entries(fixed ?? {}).flatMap(([id, resource]) => {
    const [was, is] = [property(old ?? {}, id), resource].map(propertiesOf);
    const type = isObject(resource) ? property(resource, 'Type') : undefined;
    if (typeof type !== 'string' || !TYPES.has(type)) return [];
    const isNewResource = property(old ?? {}, id) === undefined;
    return changedIn(was ?? {}, is ?? {}).flatMap(path =>
      leaves(path.split('.'), at(is, path)).map(leaf => ({
        fixture: name,
        type,
        isNewResource,
        was: at(was, path),
        ...leaf,
      })),
    );
  });
});

function resourcesOf(file: string): JsonObject {
  const data = toJson(parse(file, readFileSync(file, 'utf8')).root);
  const resources = isObject(data) ? property(data, 'Resources') : undefined;
  return isObject(resources) ? resources : {};
}

/** A fix may correct the case of the key itself. */
function propertiesOf(resource: Json | undefined): JsonObject {
  const entries = isObject(resource) ? Object.entries(resource) : [];
  const properties = entries.find(([key]) => key.toLowerCase() === 'properties')?.[1];
  return isObject(properties) ? properties : {};
}

function at(value: Json | undefined, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((within, key) => {
    if (isArray(within)) return within[Number(key)];
    return isObject(within) ? property(within, key) : undefined;
  }, value);
}

/** What stands at a path, and all that is in it, down to functions. */
function leaves(
  path: readonly string[],
  value: Json | undefined,
): readonly Pick<Changed, 'path' | 'value'>[] {
  const own = { path: path.map(key => (/^\d+$/.test(key) ? '*' : key)).join('.'), value };
  if (isArray(value)) return [own, ...value.flatMap(item => leaves([...path, '*'], item))];
  if (!isObject(value) || Object.keys(value).some(key => key === 'Ref' || key.startsWith('Fn::')))
    return [own];
  return [own, ...Object.entries(value).flatMap(([key, each]) => leaves([...path, key], each))];
}

/** Documents, maps of free keys, and branches that a condition leads to. */
function isOpen({ path }: Changed): boolean {
  return /(?:PolicyDocument|KeyPolicy|Labels|Options|Tags\.\*)\b|Fn::|^Properties$/.test(path) || path === '';
}

const written = CHANGES.filter(each => each.value !== undefined && !isOpen(each));

test('fixes change properties of many types', () => {
  expect(written.length).toBeGreaterThan(300);
  expect(new Set(written.map(each => each.type)).size).toBeGreaterThan(8);
});

test('fixes only write properties that CloudFormation knows', () => {
  const unknown = written.filter(({ type, path }) => !TYPES.get(type)?.has(path) && !path.endsWith('*'));
  expect(unknown.map(({ fixture, type, path }) => `${fixture}: ${type}.${path}`)).toEqual([]);
});

test('fixes only write values that CloudFormation allows', () => {
  const wrong = written.filter(({ type, path, value }) => {
    const values = TYPES.get(type)?.get(path)?.values;
    return typeof value === 'string' && values !== undefined && !values.includes(value);
  });
  expect(wrong.map(({ fixture, path, value }) => `${fixture}: ${path} ${value}`)).toEqual([]);
});

/** Whose changes are new revisions, or new task sets, which is what is wanted. */
const REVISED = /^AWS::ECS::(?:Daemon)?Task(?:Definition|Set)$/;

/** What CloudFormation rejects was never deployed, so nothing is replaced. */
const REJECTED = /^\{"Fn::GetAtt":\[?"\w+"\]?\}$/;

test('no fix replaces what holds data or serves requests', () => {
  const replacing = CHANGES.filter(
    ({ type, path, isNewResource, was }) =>
      !isNewResource &&
      !REVISED.test(type) &&
      !REJECTED.test(JSON.stringify(was) ?? '') &&
      TYPES.get(type)?.get(path)?.replacement === 'yes',
  );
  expect(replacing.map(({ fixture, type, path }) => `${fixture}: ${type}.${path}`)).toEqual([]);
});
