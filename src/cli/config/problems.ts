import type { Document } from '../../index.ts';
import { nearest } from '../../nearest.ts';
import type { MapSchema, Schema, TextSchema } from './schema.ts';

type Node = Document['root'];

/** What is wrong with a part of a configuration: where it begins, and a sentence. */
export interface Problem {
  readonly offset: number;
  readonly message: string;
}

/** Holds what is written against a schema. */
export function problemsIn(node: Node, schema: Schema, name: string): readonly Problem[] {
  const wrong = (why: string | undefined): readonly Problem[] =>
    why === undefined ? [] : [{ offset: node.range.start, message: `${name} ${why}` }];
  if ('anyOf' in schema) {
    const [one, list] = schema.anyOf;
    return problemsIn(node, node.kind === 'sequence' ? list : one, name);
  }
  if ('enum' in schema) return wrong(notOneOf(node, schema.enum));
  switch (schema.type) {
    case 'object':
      return inMap(node, schema, name);
    case 'array':
      if (node.kind !== 'sequence') return wrong('takes a list.');
      return node.items.flatMap((item, i) => problemsIn(item, schema.items, `${name}, item ${i + 1},`));
    case 'integer':
      return wrong(isCount(node) ? undefined : `cannot be ${said(node)}: it takes a number from 0.`);
    case 'string':
      return wrong(notText(node, schema));
    default:
      return wrong(isScalar(node) ? undefined : 'takes a text, a number, true or false.');
  }
}

function inMap(node: Node, schema: MapSchema, name: string): readonly Problem[] {
  if (node.kind !== 'mapping' || node.tag !== undefined)
    return [{ offset: node.range.start, message: `${name} takes a map.` }];
  const { properties = {}, required = [], additionalProperties, title } = schema;
  const missing = required.filter(key => !node.entries.some(each => each.key === key));
  const lacking = missing.map(key => ({ offset: node.range.start, message: `${name} lacks \`${key}\`.` }));
  const inside = node.entries.flatMap(({ key, keyRange, value }) => {
    const inner = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (inner) return problemsIn(value, inner, `The ${title} \`${key}\``);
    const message = `There is no ${title} \`${key}\`: ${hint(key, Object.keys(properties))}`;
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

function notText(node: Node, schema: TextSchema): string | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || node.value === '') return 'takes a text.';
  if (!('pattern' in schema) || new RegExp(schema.pattern).test(node.value)) return undefined;
  return `cannot be ${said(node)}: it is ${schema.description}.`;
}

type Choice = string | number | boolean;

function notOneOf(node: Node, choices: readonly Choice[]): string | undefined {
  const value = node.kind === 'scalar' ? node.value : null;
  if (value !== null && choices.includes(value)) return undefined;
  const names = choices.filter(each => typeof each !== 'boolean').map(String);
  return `cannot be ${said(node)}: ${hint(typeof value === 'string' ? value : '', names)}`;
}

function said(node: Node): string {
  if (node.kind !== 'scalar') return node.kind === 'mapping' ? 'a map' : 'a list';
  return node.value === null ? 'empty' : `\`${node.value}\``;
}

/** More than these are too many to read. */
const MOST_CHOICES = 30;

function hint(wrong: string, names: readonly string[]): string {
  const meant = wrong === '' ? undefined : nearest(wrong, names);
  if (meant !== undefined) return `did you mean \`${meant}\`?`;
  return names.length > MOST_CHOICES
    ? 'there are too many to list them here.'
    : `it takes ${names.join(', ')}.`;
}
