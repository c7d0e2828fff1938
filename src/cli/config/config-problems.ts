import { commas, type Said, type Sentence, say } from '../../i18n/sentence.ts';
import type { Document } from '../../index.ts';
import { nearest } from '../../util/did-you-mean.ts';
import type { MapSchema, Schema, TextSchema } from './schema.ts';

type Node = Document['root'];

/** What is wrong with a part of a configuration: where it begins, and a sentence. */
export interface Problem {
  readonly offset: number;
  readonly message: Sentence;
}

/** Holds what is written against a schema. */
export function problemsIn(node: Node, schema: Schema, name: Sentence): readonly Problem[] {
  const wrong = (message: Sentence | undefined): readonly Problem[] =>
    message === undefined ? [] : [{ offset: node.range.start, message }];
  if ('anyOf' in schema) {
    const [one, list] = schema.anyOf;
    return problemsIn(node, node.kind === 'sequence' ? list : one, name);
  }
  if ('enum' in schema) return wrong(notOneOf(node, schema.enum, name));
  switch (schema.type) {
    case 'object':
      return inMap(node, schema, name);
    case 'array':
      if (node.kind !== 'sequence') return wrong(say`${name} takes a list.`);
      return node.items.flatMap((item, i) => problemsIn(item, schema.items, say`${name}, item ${i + 1},`));
    case 'integer':
      return wrong(
        isCount(node) ? undefined : say`${name} cannot be ${said(node)}: it takes a number from 0.`,
      );
    case 'string':
      return wrong(notText(node, schema, name));
    default:
      return wrong(isScalar(node) ? undefined : say`${name} takes a text, a number, true or false.`);
  }
}

function inMap(node: Node, schema: MapSchema, name: Sentence): readonly Problem[] {
  if (node.kind !== 'mapping' || node.tag !== undefined)
    return [{ offset: node.range.start, message: say`${name} takes a map.` }];
  const { properties = {}, required = [], additionalProperties, title } = schema;
  const missing = required.filter(key => !node.entries.some(each => each.key === key));
  const lacking = missing.map(key => ({ offset: node.range.start, message: say`${name} lacks \`${key}\`.` }));
  const inside = node.entries.flatMap(({ key, keyRange, value }) => {
    const inner = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (inner) return problemsIn(value, inner, say`The ${title} \`${key}\``);
    const message = say`There is no ${title} \`${key}\`: ${hint(key, Object.keys(properties))}`;
    return [{ offset: keyRange.start, message }];
  });
  return [...lacking, ...inside];
}

function isScalar(node: Node): boolean {
  return node.kind === 'scalar' && node.value !== null;
}

function isCount(node: Node): boolean {
  return node.kind === 'scalar' && Number.isInteger(node.value) && Number(node.value) >= 0;
}

function notText(node: Node, schema: TextSchema, name: Sentence): Sentence | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || node.value === '')
    return say`${name} takes a text.`;
  if (!('pattern' in schema) || new RegExp(schema.pattern).test(node.value)) return undefined;
  return say`${name} cannot be ${said(node)}: it is ${schema.description}.`;
}

type Choice = string | number | boolean;

function notOneOf(node: Node, choices: readonly Choice[], name: Sentence): Sentence | undefined {
  const value = node.kind === 'scalar' ? node.value : null;
  if (value !== null && choices.includes(value)) return undefined;
  const names = choices.filter(each => typeof each !== 'boolean').map(String);
  return say`${name} cannot be ${said(node)}: ${hint(typeof value === 'string' ? value : '', names)}`;
}

function said(node: Node): Said {
  if (node.kind !== 'scalar') return node.kind === 'mapping' ? say`a map` : say`a list`;
  return node.value === null ? say`empty` : `\`${node.value}\``;
}

/** More than these are too many to read. */
const MOST_CHOICES = 30;

function hint(wrong: string, names: readonly string[]): Sentence {
  const meant = wrong === '' ? undefined : nearest(wrong, names);
  if (meant !== undefined) return say`did you mean \`${meant}\`?`;
  return names.length > MOST_CHOICES
    ? say`there are too many to list here.`
    : say`it takes ${commas(names)}.`;
}

/** Where an offset is: `.ecs-exec-lint.yml:3:5`. */
export function placeIn(file: string, text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${file}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
}
