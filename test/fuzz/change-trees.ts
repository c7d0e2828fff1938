import { stringify } from 'yaml';
import { isArray, isObject, type Json } from '../../src/syntax/json-value.ts';
import { type Node, toJson } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';
import { MEANINGFUL, NASTY_KEYS, NASTY_TEXTS } from './nasty.ts';
import type { Random } from './random.ts';

/** Changes what a text says: in place, by the text of another part, or as a whole, written anew in some style. */
export function changeTrees(text: string, random: Random, other: string): string {
  const { root, problems } = parse('a.yml', text);
  if (problems.some(each => each.kind === 'syntax')) return text;
  const { root: otherRoot } = parse('b.yml', other);
  if (random.chance(50)) return graft(text, root, other, otherRoot, random);
  return write(changed(toJson(root), random, toJson(otherRoot)), random);
}

/** Puts the text of one value in place of another, moved to its column. */
function graft(text: string, root: Node, other: string, otherRoot: Node, random: Random): string {
  const isOwn = random.chance(50);
  const to = random.pick(nodesOf(root)).range;
  const from = random.pick(nodesOf(isOwn ? root : otherRoot)).range;
  const source = isOwn ? text : other;
  const column = (within: string, at: number): number => at - within.lastIndexOf('\n', at - 1) - 1;
  const shift = column(text, to.start) - column(source, from.start);
  const moved = source
    .slice(from.start, from.end)
    .replace(/\n( *)/g, (_, blanks: string) => `\n${' '.repeat(Math.max(0, blanks.length + shift))}`);
  return text.slice(0, to.start) + moved + text.slice(to.end);
}

function nodesOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'scalar':
      return [node];
    case 'sequence':
      return [node, ...node.items.flatMap(nodesOf)];
    case 'mapping':
      return [node, ...node.entries.flatMap(each => nodesOf(each.value))];
  }
}

/** Goes down to any value and changes it there. */
function changed(json: Json, random: Random, other: Json): Json {
  const entries = entriesOf(json);
  if (entries.length === 0 || random.chance(12)) return random.pick(VALUE_CHANGES)(json, random, other);
  const at = random.below(entries.length);
  const replaced = entries.map(([key, value], i): [string, Json] => [
    key,
    i === at ? changed(value, random, random.chance(60) ? partOf(other, random) : other) : value,
  ]);
  return isArray(json) ? replaced.map(([, value]) => value) : Object.fromEntries(replaced);
}

function entriesOf(json: Json): readonly (readonly [string, Json])[] {
  return isArray(json) || isObject(json) ? Object.entries(json) : [];
}

function partOf(json: Json, random: Random): Json {
  const entries = entriesOf(json);
  return entries.length === 0 ? json : random.pick(entries)[1];
}

/** So often that what grows with the square of it is noticed. */
function repeated<T>(list: readonly T[]): readonly T[] {
  return Array.from({ length: list.length === 0 ? 0 : 60 }, (_, i) => list[i % list.length] as T);
}

function renamed([key, value]: readonly [string, Json], index: number): readonly [string, Json] {
  return [`${key}${index}`, value];
}

type ValueChange = (json: Json, random: Random, other: Json) => Json;

const VALUE_CHANGES: readonly ValueChange[] = [
  (_, __, other) => other,
  (json, random) => ({
    'Fn::If': random.chance(50) ? ['A', json, { Ref: 'AWS::NoValue' }] : ['B', json, json],
  }),
  json => ({ 'Fn::Sub': typeof json === 'string' ? `\${A}${json}` : json }),
  json => ({ 'Fn::Join': ['', isArray(json) ? json : [json, json]] }),
  json => ({ Ref: json }),
  (_, random) => ({ Ref: random.pick(MEANINGFUL) }),
  (_, random) => ({ 'Fn::GetAtt': [random.pick(MEANINGFUL), 'Arn'] }),
  json => ({ 'Fn::Select': [0, [json]] }),
  json => ({ 'Fn::Transform': { Name: 'AWS::Include', Parameters: json } }),
  json => ['N', ['a', 'b'], { 'X${N}': json }],
  json => [json],
  json => [json, json],
  json => (isArray(json) ? repeated(json) : json),
  json => (isObject(json) ? Object.fromEntries(repeated(Object.entries(json)).map(renamed)) : json),
  (json, random) => ({ [random.pick(NASTY_KEYS)]: json }),
  (json, random) => ({ ...(isObject(json) ? json : {}), [random.pick(MEANINGFUL)]: json }),
  (_, random) => random.pick(NASTY_TEXTS),
  (_, random) => random.pick<Json>([null, true, false, 0, -1, 1.5, '', 'true', [], {}, '*', '${A}']),
  json => JSON.stringify(json),
  json => (isArray(json) ? json.toReversed() : Object.fromEntries(entriesOf(json).toReversed())),
  json => (isArray(json) ? json.slice(1) : Object.fromEntries(entriesOf(json).slice(1))),
];

function write(json: Json, random: Random): string {
  const indent = random.pick([1, 2, 2, 2, 3, 4]);
  switch (random.below(4)) {
    case 0:
      return JSON.stringify(json, undefined, random.pick([0, 2, 4]));
    case 1:
      return stringify(json, { indent, indentSeq: random.chance(50), aliasDuplicateObjects: true });
    case 2:
      return stringify(json, { indent, defaultStringType: 'QUOTE_SINGLE', aliasDuplicateObjects: false });
    default:
      return stringify(json, { indent, collectionStyle: random.chance(20) ? 'flow' : 'any', lineWidth: 40 });
  }
}
