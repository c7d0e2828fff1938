import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isArray, isObject, type Json, type JsonObject, property } from '../../src/syntax/json-value.ts';
import { toJson } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';
import { LONG } from '../edit/runs.ts';
import { changedIn } from './changes.ts';
import { plainOf } from './model.ts';
import { corpusPairs, FIXTURE_PAIRS, type Pair } from './pairs.ts';
import { type Diagnosed, type Validated, validate } from './validator.ts';

const PATIENCE = 60_000;

describe('to the validator of AWS', () => {
  test('fixed fixtures differ where they should, and have nothing new', async () => {
    expect(await judged(FIXTURE_PAIRS)).toBeGreaterThan(FIXTURE_PAIRS.length * 0.9);
  });

  test.runIf(LONG)('fixed real templates differ where they should, and have nothing new', async () => {
    const pairs = await corpusPairs();
    expect(await judged(pairs)).toBeGreaterThanOrEqual(pairs.length * 0.8);
  });
});

/** How many pairs it could judge. */
async function judged(pairs: readonly Pair[]): Promise<number> {
  const files = new Set(pairs.flatMap(({ before, after }) => [before, after]));
  const results = await validate([...files], PATIENCE);
  const seen = pairs.filter(({ before, after }) => isRead(results.get(before)) && isRead(results.get(after)));
  const said = seen.map(({ name, before, after }) => ({
    name,
    changed: rewrites(before) ? [] : changedIn(modelled(results.get(before)), modelled(results.get(after))),
    added: addedTo(results.get(before)?.diagnostics ?? [], results.get(after)?.diagnostics ?? []),
  }));
  const meant = seen.map(({ name, before, after }) => ({
    name,
    changed: rewrites(before) ? [] : changedIn(written(before), written(after)),
    added: [],
  }));
  expect(said).toEqual(meant);
  expect(meant.flatMap(each => each.changed).length).toBeGreaterThan(pairs.length / 2);
  return seen.length;
}

function isRead(result: Validated | undefined): boolean {
  return result !== undefined && result.error === undefined;
}

/** A transform makes other resources than those that are written. */
function rewrites(file: string): boolean {
  return /Fn::(?:ForEach|Transform)|^\s*"?Transform"?\s*:/m.test(readFileSync(file, 'utf8'));
}

function addedTo(before: readonly Diagnosed[], after: readonly Diagnosed[]): readonly string[] {
  const known = new Set(before.map(text));
  return after.filter(each => each.severity !== 'INFO' && !known.has(text(each))).map(text);
}

function text({ severity, ruleId, message, entity }: Diagnosed): string {
  return `${severity} ${ruleId} ${entity?.logicalId}: ${message}`;
}

const ATTRIBUTES: Readonly<Record<string, string>> = {
  resourceType: 'Type',
  condition: 'Condition',
  dependsOn: 'DependsOn',
  deletionPolicy: 'DeletionPolicy',
  updateReplacePolicy: 'UpdateReplacePolicy',
  properties: 'Properties',
};

/** The resources as the validator sees them, under the names that templates have for things. */
function modelled(result: Validated | undefined): JsonObject {
  return Object.fromEntries(
    (result?.resources ?? []).map(resource => {
      const attributes = Object.entries(ATTRIBUTES).flatMap(([key, name]) => {
        const value = property(resource, key);
        if (value === undefined) return [];
        return [[name, name === 'Properties' && isObject(value) ? propertiesIn(value) : value] as const];
      });
      return [String(resource.logicalId), Object.fromEntries(attributes)];
    }),
  );
}

function propertiesIn(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, plainOf(value)]));
}

/** The resources as they are written, of which the validator sees no attribute that CloudFormation does not know. */
function written(file: string): JsonObject {
  const data = toJson(parse(file, readFileSync(file, 'utf8')).root);
  const resources = isObject(data) ? property(data, 'Resources') : undefined;
  return Object.fromEntries(
    Object.entries(isObject(resources) ? resources : {}).map(([id, resource]) => [
      id,
      isObject(resource) ? asModelled(resource) : resource,
    ]),
  );
}

function asModelled(resource: JsonObject): JsonObject {
  const names = Object.values(ATTRIBUTES);
  const known = Object.fromEntries(Object.entries(resource).filter(([name]) => names.includes(name)));
  return { ...known, Properties: withEmptyCases(property(resource, 'Properties') ?? {}) };
}

/** To the validator, a case of `Fn::If` that is left empty is one that leaves its property out. */
function withEmptyCases(value: Json): Json {
  if (isArray(value)) return value.map(withEmptyCases);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const cases = key === 'Fn::If' && isArray(each) ? each : undefined;
      return [
        key,
        cases ? cases.map(one => withEmptyCases(one ?? { Ref: 'AWS::NoValue' })) : withEmptyCases(each),
      ];
    }),
  );
}
