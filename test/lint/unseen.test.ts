import { describe, expect, test } from 'vitest';
import { lint, parse, rules } from '../../src/index.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../src/syntax/json-value.ts';
import { toJson } from '../../src/syntax/node.ts';
import type { Path } from '../../src/syntax/place.ts';
import { allFixtures, type Fixture, optionsFor, read } from '../fixtures.ts';

/** The rules that say so where they cannot see what they are about. */
const SEEING: ReadonlySet<string> = new Set([
  'egress-blocked',
  'endpoint-policy-blocks-agent',
  'endpoint-unreachable',
  'ipv6-only-subnet',
  'no-network-for-agent',
  'session-endpoint-missing',
  'session-manager-unreachable',
  'ssmmessages-endpoint-missing',
]);

/** Rules that answer for one another: what one of them cannot see, another may report. */
const TOGETHER = ['session-endpoint-missing', 'session-manager-unreachable', 'ssmmessages-endpoint-missing'];

/** A function, as JSON writes it. */
function isFunction(value: Json): boolean {
  return isObject(value) && Object.keys(value).some(key => /^(?:Ref$|Fn::)/.test(key));
}

/** The places whose value a parameter could give, each with the type of that. */
function* replaceable(value: Json, path: Path): Iterable<{ readonly path: Path; readonly type: string }> {
  if (isArray(value)) {
    if (value.length > 0 && value.every(each => typeof each === 'string' || isFunction(each)))
      yield { path, type: 'CommaDelimitedList' };
    for (const [i, item] of value.entries()) yield* replaceable(item, [...path, i]);
  } else if (isObject(value)) {
    const isConditional = Object.hasOwn(value, 'Fn::If');
    if (isFunction(value)) yield { path, type: 'String' };
    if (isConditional || !isFunction(value))
      for (const [key, item] of Object.entries(value)) yield* replaceable(item, [...path, key]);
  } else if (value !== null && path.at(-2) !== 'Fn::If') yield { path, type: 'String' };
}

function replaced(value: Json, [key, ...below]: Path, by: Json): Json {
  if (key === undefined) return by;
  if (isArray(value)) return value.map((item, i) => (i === key ? replaced(item, below, by) : item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name === key ? replaced(item, below, by) : item]),
  );
}

/** For each service the status of a rule's check; that of its companions where one of them does not pass. */
function statuses(fixture: Fixture, template: Json): ReadonlyMap<string, string> {
  const { rule = '' } = fixture;
  const only = TOGETHER.includes(rule) ? TOGETHER : [rule];
  const document = parse('template.json', JSON.stringify(template));
  const { services } = lint([document], { ...optionsFor(fixture), only, pedantic: true });
  return new Map(
    services.map(({ resource, checks }) => {
      const asked = checks.filter(each => only.includes(each.id));
      return [resource, asked.find(each => each.status !== 'pass')?.status ?? 'pass'];
    }),
  );
}

/** A template in which a place has a parameter that nobody gives a value. */
function hidden(template: JsonObject, path: Path, type: string): JsonObject {
  const { Parameters: parameters = {} } = template;
  return {
    ...(replaced(template, path, { Ref: 'Unseen' }) as JsonObject),
    Parameters: { ...(isObject(parameters) && parameters), Unseen: { Type: type } },
  };
}

function passesUnseen(fixture: Fixture): readonly string[] {
  const template = toJson(read(fixture).root);
  if (!isObject(template) || !isObject(template.Resources ?? '')) return [];
  const failing = [...statuses(fixture, template)].filter(([, status]) => status === 'fail');
  return Object.entries(template.Resources as JsonObject).flatMap(([id, resource]) => {
    const properties = isObject(resource) ? (resource.Properties ?? {}) : {};
    return [...replaceable(properties, ['Resources', id, 'Properties'])].flatMap(({ path, type }) => {
      // The id of a group that a template creates is in no parameter of it.
      if (path.at(-1) === 'GroupId') return [];
      const after = statuses(fixture, hidden(template, path, type));
      return failing.flatMap(([service]) =>
        after.get(service) === 'pass' ? [`${service} with ${path.join('.')} unseen`] : [],
      );
    });
  });
}

/** The rules that decide whether a session opens and is recorded by what the task role may do. */
const DECIDING: ReadonlySet<string> = new Set([
  'kms-key-unusable',
  'log-permission-mismatch',
  'ssmmessages-denied',
  'ssmmessages-restricted',
  'task-role-lacks-kms-decrypt',
  'task-role-lacks-log-permissions',
  'task-role-lacks-ssmmessages',
  'task-role-not-assumable',
]);

/**
 * What is taken to deny nothing while it is hidden: a policy, an effect, the policy of a bucket or key, and so the bucket.
 * Of a cluster that is hidden nobody knows whether sessions are recorded.
 */
function mayHide(path: Path): boolean {
  return (
    path.at(-1) === 'Effect' ||
    path.at(-1) === 'Cluster' ||
    path.at(-1) === 'S3BucketName' ||
    path.at(-2) === 'Policies' ||
    path.includes('ManagedPolicyArns') ||
    path.includes('KeyPolicy') ||
    String(path[1]).endsWith('Policy')
  );
}

/** For each service whether its sessions open and are recorded, by all rules. */
function answers(fixture: Fixture, template: Json): ReadonlyMap<string, readonly [string, string]> {
  const { services } = lint([parse('template.json', JSON.stringify(template))], optionsFor(fixture));
  return new Map(services.map(({ resource, opens, recorded }) => [resource, [opens.is, recorded.is]]));
}

function opensUnseen(fixture: Fixture): readonly string[] {
  const template = toJson(read(fixture).root);
  if (!isObject(template) || !isObject(template.Resources ?? '')) return [];
  const before = [...answers(fixture, template)].filter(([, each]) => each.includes('no'));
  return Object.entries(template.Resources as JsonObject).flatMap(([id, resource]) => {
    const properties = isObject(resource) ? (resource.Properties ?? {}) : {};
    const places = [...replaceable(properties, ['Resources', id, 'Properties'])];
    return places.flatMap(({ path, type }) => {
      if (mayHide(path)) return [];
      const after = answers(fixture, hidden(template, path, type));
      return before.flatMap(([service, [opens, recorded]]) => {
        const [nowOpens, nowRecorded] = after.get(service) ?? [];
        const isPromised =
          (opens === 'no' && nowOpens === 'yes') ||
          (opens !== 'no' && recorded === 'no' && nowRecorded === 'yes');
        return isPromised ? [`${service} with ${path.join('.')} unseen`] : [];
      });
    });
  });
}

describe('what a parameter hides is no promise', () => {
  // One in four: all of them take a minute.
  const fixtures = allFixtures()
    .filter(({ rule, name }) => DECIDING.has(rule ?? '') && !/\.(?:good|fixed|unsafe)\./.test(name))
    .filter((_, i) => process.env.ALL !== undefined || i % 4 === 0);

  test.each(fixtures)('$name', fixture => {
    expect(opensUnseen(fixture)).toEqual([]);
  });
});

const FIXTURES = allFixtures().filter(({ rule, name }) => SEEING.has(rule ?? '') && !/\.good\./.test(name));

describe('what a parameter hides is no pass', () => {
  test.each(FIXTURES)('$name', fixture => {
    expect(passesUnseen(fixture)).toEqual([]);
  });

  test('for rules that there are', () => {
    const ids = rules.map(each => each.id);
    expect([...SEEING].filter(each => !ids.includes(each))).toEqual([]);
  });
});
