import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Scalar,
  type ScalarTag,
  Schema,
  type YAMLMap,
} from 'yaml';
import type { Document } from '../../syntax/document.ts';
import { isObject, type Json } from '../../syntax/json-value.ts';
import { composed } from '../../syntax/origins.ts';
import { functionData } from './read-js-yaml.ts';

/**
 * Reads a template as YAML 1.1, which is what CloudFormation reads, with the library's own typing of scalars, aliases
 * and merge keys. The library has parsed the text already; that the other parser reads the text for itself is enough.
 */
export function readWithYaml(document: Document): Json {
  return new Reading().data(composed(document));
}

class Reading {
  /** What stands behind each anchor, as far as it was read: of two with one name the later counts from there on. */
  readonly #anchors = new Map<string, Json>();

  data(node: unknown): Json {
    if (isAlias(node)) return this.#anchored(node.source);
    if (!isNode(node)) return null;
    const { tag } = node;
    const plain = this.#plain(node, tag);
    const data = tag?.startsWith('!') && tag !== '!' ? functionData(tag, plain) : plain;
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, data);
    return data;
  }

  #anchored(name: string): Json {
    const data = this.#anchors.get(name);
    if (data === undefined) throw new Error(`There is no anchor ${name}`);
    return data;
  }

  #plain(node: unknown, tag: string | undefined): Json {
    if (isMap(node)) return this.#map(node);
    if (isSeq(node)) return node.items.map(item => this.data(item));
    return isScalar(node) ? scalarData(node, tag) : null;
  }

  #map(map: YAMLMap<unknown, unknown>): Json {
    const own: [string, Json][] = [];
    const merged: [string, Json][] = [];
    for (const { key, value } of map.items) {
      if (isMergeKey(key)) merged.push(...mergedOf(this.data(value)));
      else own.push([keyText(this.data(key)), this.data(value)]);
    }
    return Object.fromEntries([...merged, ...own]);
  }
}

/** Of several maps the first that has a key wins, so it comes last here. */
function mergedOf(source: Json): readonly [string, Json][] {
  const maps = Array.isArray(source) ? [...source].reverse() : [source];
  return maps.flatMap(each => (isObject(each) ? Object.entries(each) : []));
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.value === '<<';
}

function keyText(key: Json): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}

/** A scalar as the schema types its text: by its tag where it has a standard one, by its looks where it is plain. */
function scalarData({ type, value }: Scalar, tag: string | undefined): Json {
  const text = String(value ?? '');
  const isStandard = tag?.startsWith('tag:') ?? false;
  if (!isStandard && (type !== 'PLAIN' || tag !== undefined)) return text;
  const kind = scalarTags().find(each =>
    isStandard ? each.tag === tag : each.default && each.test?.test(text),
  );
  const typed = kind ? kind.resolve(text, fail, {}) : text;
  return jsonOf(isScalar(typed) ? typed.value : typed);
}

let known: readonly ScalarTag[] | undefined;

/** Made when they are first asked for: the parser is not even loaded until then. */
function scalarTags(): readonly ScalarTag[] {
  known ??= new Schema({ schema: 'yaml-1.1' }).tags.flatMap(each => (each.collection ? [] : [each]));
  return known;
}

function fail(message: string): never {
  throw new Error(message);
}

function jsonOf(value: unknown): Json {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}
