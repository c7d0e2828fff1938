import {
  type CollectionTag,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type ScalarTag,
  type YAMLMap,
} from 'yaml';
import { isObject, type Json } from '../syntax/json.ts';
import { KNOWN_TAGS } from '../syntax/tags.ts';
import { functionData } from './function-data.ts';

const customTags: (ScalarTag | CollectionTag)[] = KNOWN_TAGS.flatMap(tag => [
  { tag, resolve: (source: string) => source },
  { tag, collection: 'map' as const, resolve: (map: unknown) => map },
  { tag, collection: 'seq' as const, resolve: (seq: unknown) => seq },
]);

/** Reads a template as YAML 1.1, which is what CloudFormation reads, with the library's own typing of scalars. */
export function readByYaml(text: string): Json {
  const document = parseDocument(text, { version: '1.1', customTags, uniqueKeys: true, logLevel: 'error' });
  const [error] = document.errors;
  if (error) throw error;
  return new Reading(document).data(document.contents);
}

class Reading {
  readonly #document: Document;

  constructor(document: Document) {
    this.#document = document;
  }

  data(node: unknown): Json {
    if (isAlias(node)) return this.data(node.resolve(this.#document));
    const tag = isTagged(node) ? node.tag : undefined;
    const plain = this.#plain(node);
    return tag?.startsWith('!') && tag !== '!' ? functionData(tag, plain) : plain;
  }

  #plain(node: unknown): Json {
    if (isMap(node)) return this.#map(node);
    if (isSeq(node)) return node.items.map(item => this.data(item));
    return isScalar(node) ? scalarData(node.value) : null;
  }

  #map(map: YAMLMap<unknown, unknown>): Json {
    const own: [string, Json][] = [];
    const merged: [string, Json][] = [];
    for (const { key, value } of map.items) {
      if (isMergeKey(key)) merged.push(...this.#merged(value));
      else own.push([keyText(this.data(key)), this.data(value)]);
    }
    return Object.fromEntries([...merged, ...own]);
  }

  /** Of several maps the first that has a key wins, so it comes last here. */
  #merged(value: unknown): readonly [string, Json][] {
    const source = isAlias(value) ? value.resolve(this.#document) : value;
    const maps = isSeq(source) ? [...source.items].reverse() : [source];
    return maps.flatMap(each => {
      const data = this.data(each);
      return isObject(data) ? Object.entries(data) : [];
    });
  }
}

function isTagged(node: unknown): node is Node & { readonly tag?: string } {
  return typeof node === 'object' && node !== null && 'tag' in node;
}

function isMergeKey(key: unknown): boolean {
  if (!isScalar(key) || key.type !== 'PLAIN') return false;
  return key.value === '<<' || typeof key.value === 'symbol';
}

function keyText(key: Json): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}

function scalarData(value: unknown): Json {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}
