import {
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type YAMLMap,
  type YAMLSeq,
  type Alias as YamlAlias,
  type Document as YamlDocument,
  type Node as YamlNode,
  type Pair as YamlPair,
  type Scalar as YamlScalar,
} from 'yaml';
import { type Sentence, say } from '../i18n/sentence.ts';
import { contentEnd, isReal } from './cst-tokens.ts';
import type { Document } from './document.ts';
import { ALONE, duplicateKeys, emptyTree, nullScalar, scalar, tagged } from './make.ts';
import {
  type Entry,
  entry,
  type Mapping,
  type Node,
  type Range,
  type Scalar,
  type ScalarStyle,
} from './node.ts';
import { Problems } from './problems.ts';

/** Deeper than any template, and shallow enough for every recursive reader of the tree. */
const MAX_DEPTH = 400;
/** With aliases a short text can mean a huge tree; past this many nodes it is an attack, not a template. */
const MAX_NODES = 2_000_000;

/** Turns what the YAML library read into our tree: tags in their long form, aliases followed, keys as text. */
export function readTree(
  yaml: YamlDocument.Parsed,
  text: string,
  format: Document['format'],
): Pick<Document, 'root' | 'problems'> {
  if (!yaml.contents) return { root: emptyTree(text), problems: [] };
  const reader = new TreeReader(text, format);
  const root = reader.read(yaml.contents, yaml.contents.range[0], 0);
  const { isBroken, all: problems } = reader.problems;
  return { root: isBroken ? emptyTree(text) : root, problems };
}

interface Anchored {
  /** Nothing as long as it is being read. */
  node: Node | undefined;
  size: number;
}

class TreeReader {
  readonly problems = new Problems();
  readonly #text: string;
  readonly #format: Document['format'];
  /** Of two with one name the later counts from there on. */
  readonly #anchors = new Map<string, Anchored>();
  #size = 0;

  constructor(text: string, format: Document['format']) {
    this.#text = text;
    this.#format = format;
  }

  /** `start` is where the node's tag or anchor stands, or the node itself when it has neither. */
  read(yaml: YamlNode, start: number, depth: number): Node {
    if (depth > MAX_DEPTH) throw new RangeError('nested too deeply');
    this.#count(1, start);
    // Nothing of such a tree is of use to anybody.
    if (this.#size > MAX_NODES) return nullScalar({ start, end: start });
    if (isAlias(yaml)) return this.#alias(yaml);
    if (!('anchor' in yaml) || yaml.anchor === undefined) return this.#tagged(yaml, start, depth);
    const before = this.#size;
    const anchored: Anchored = { node: undefined, size: 0 };
    this.#anchors.set(yaml.anchor, anchored);
    const node = { ...this.#tagged(yaml, start, depth), anchored: true };
    anchored.node = node;
    anchored.size = this.#size - before;
    return node;
  }

  #alias(yaml: YamlAlias): Node {
    const start = yaml.range?.[0] ?? 0;
    const range = { start, end: start + yaml.source.length + 1 };
    const known = this.#anchors.get(yaml.source);
    if (!known?.node) {
      const message = known
        ? say`The alias \`*${yaml.source}\` is inside the value that it refers to.`
        : say`The alias \`*${yaml.source}\` refers to no anchor above it.`;
      this.problems.add({ kind: 'syntax', message, range });
      return { ...nullScalar(range), origin: yaml };
    }
    this.#count(known.size, start);
    return { ...known.node, range, shared: true, anchored: false, origin: yaml };
  }

  /** What follows a tag is text, whatever it looks like: `!Ref On` names `On`. */
  #tagged(yaml: YamlNode, start: number, depth: number): Node {
    const tag = 'tag' in yaml ? yaml.tag : undefined;
    if (!tag?.startsWith('!') || tag === '!') return this.#plain(yaml, start, depth, tag);
    const isEmpty = isScalar(yaml) && yaml.value === '' && yaml.type === 'PLAIN';
    const written = this.#plain(yaml, yaml.range?.[0] ?? start, depth + 1, isEmpty ? undefined : '!');
    const keyRange = this.#tagRange(tag, start);
    const end = isEmpty ? keyRange.end : Math.max(written.range.end, keyRange.end);
    return tagged(tag, written, keyRange, { start, end }, yaml);
  }

  /** Behind the anchor, where there is one. With a `%TAG` directive it may be written in other letters. */
  #tagRange(tag: string, start: number): Range {
    const at = this.#text.indexOf(tag, start);
    return at < 0 ? { start, end: start } : { start: at, end: at + tag.length };
  }

  #plain(yaml: YamlNode, start: number, depth: number, standardTag: string | undefined): Node {
    if (isMap(yaml)) return this.#map(yaml as YAMLMap<YamlNode, YamlNode | null>, start, depth);
    if (isSeq(yaml)) return this.#sequence(yaml as YAMLSeq<YamlNode>, start, depth);
    if (isScalar(yaml)) return this.#scalar(yaml, start, standardTag);
    return nullScalar({ start, end: start });
  }

  #scalar(yaml: YamlScalar, start: number, standardTag: string | undefined): Scalar {
    const source = String(yaml.value ?? '');
    const style = STYLES[yaml.type ?? 'PLAIN'] ?? 'plain';
    const isText = style !== 'plain' || standardTag === '!' || standardTag === 'tag:yaml.org,2002:str';
    const end = Math.max(start, yaml.range?.[1] ?? start);
    // Where there is nothing behind an anchor, the blanks behind it are no part of that.
    const solid =
      style === 'plain' && source === '' ? this.#text.slice(start, end).trimEnd().length : end - start;
    return scalar(source, style, isText, { start, end: start + solid }, yaml);
  }

  #sequence(yaml: YAMLSeq<YamlNode>, start: number, depth: number): Node {
    const tokens = itemsOf(yaml.srcToken);
    const aligned = tokens.length === yaml.items.length;
    const items = yaml.items.map((item, i) => {
      const node = item;
      const from = aligned ? propertiesStart(tokens[i]?.start) : undefined;
      return this.read(node, from ?? node.range?.[0] ?? start, depth + 1);
    });
    return { kind: 'sequence', items, range: this.#collectionRange(yaml, start), ...ALONE, origin: yaml };
  }

  #map(yaml: YAMLMap<YamlNode, YamlNode | null>, start: number, depth: number): Mapping {
    const own: Entry[] = [];
    const inherited: Entry[] = [];
    for (const pair of yaml.items) {
      const each = this.#entry(pair, start, depth);
      if (!each) continue;
      if (this.#format === 'yaml' && isMergeKey(pair.key)) {
        for (const merged of mergedEntries(each.value)) inherited.push(merged);
      } else own.push(each);
    }
    this.#count(inherited.length, start);
    for (const each of duplicateKeys(own)) this.problems.add(each);
    const keys = new Set(own.map(each => each.key));
    const entries = [...inherited.filter(each => !keys.has(each.key)), ...own];
    return {
      kind: 'mapping',
      entries,
      tag: undefined,
      range: this.#collectionRange(yaml, start),
      ...ALONE,
      origin: yaml,
    };
  }

  #entry(pair: YamlPair<YamlNode, YamlNode | null>, start: number, depth: number): Entry | undefined {
    const keyNode = pair.key;
    const keyStart = keyNode.range?.[0] ?? start;
    const wrong = wrongKey(keyNode);
    if (wrong || !isScalar(keyNode)) {
      const range = { start: keyStart, end: Math.min(keyStart + 1, this.#text.length) };
      if (wrong) this.problems.add({ kind: 'syntax', message: wrong, range });
      return undefined;
    }
    // What only names an entry is not repeated by an alias.
    if (keyNode.anchor !== undefined) this.#anchors.delete(keyNode.anchor);
    const keyRange = { start: keyStart, end: Math.max(keyStart, keyNode.range?.[1] ?? keyStart) };
    const from = propertiesStart(pair.srcToken?.sep);
    const value = pair.value
      ? this.read(pair.value, from ?? pair.value.range?.[0] ?? keyRange.end, depth + 1)
      : nullScalar({ start: keyRange.end, end: keyRange.end });
    return { key: String(keyNode.value ?? ''), keyRange, value, merged: false, origin: pair };
  }

  #collectionRange(yaml: YAMLMap<unknown, unknown> | YAMLSeq, start: number): Range {
    const end = yaml.srcToken ? contentEnd(yaml.srcToken) : (yaml.range?.[1] ?? start);
    return { start, end: Math.max(start, end) };
  }

  #count(nodes: number, at: number): void {
    this.#size += nodes;
    if (this.#size <= MAX_NODES || this.#size - nodes > MAX_NODES) return;
    const message = say`The aliases of this template expand to more than two million values.`;
    this.problems.add({ kind: 'syntax', message, range: { start: at, end: at + 1 } });
  }
}

/** Why something cannot be a key: a complete sentence. */
function wrongKey(key: YamlNode): Sentence | undefined {
  if (!isScalar(key)) return say`A key must be text here, not a list, a map or an alias.`;
  if (key.tag?.startsWith('!') && key.tag !== '!')
    return say`A key must be text here, and cannot have a tag.`;
  const isNothing = key.type === 'PLAIN' && String(key.value ?? '') === '';
  return isNothing && key.anchor !== undefined
    ? say`A key must be text here, not only an anchor.`
    : undefined;
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

function itemsOf(token: CST.Token | undefined): { start: CST.SourceToken[] }[] {
  return token && 'items' in token ? token.items.filter(isReal) : [];
}

/** The first tag or anchor among the tokens before a value. */
function propertiesStart(tokens: readonly CST.SourceToken[] | undefined): number | undefined {
  return tokens?.find(token => token.type === 'tag' || token.type === 'anchor')?.offset;
}

/** In quotes it is a key like any other. */
function isMergeKey(key: YamlNode): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}

/** What a merge key brings: the entries of one map or of several, of which the first that has a key wins. */
function mergedEntries(value: Node): Entry[] {
  const sources = value.kind === 'sequence' ? value.items : [value];
  const merged = new Map<string, Entry>();
  for (const source of sources) {
    if (source.kind !== 'mapping') continue;
    for (const each of source.entries) {
      if (merged.has(each.key)) continue;
      const own = entry(source, each.key) ?? each;
      merged.set(each.key, { ...own, value: { ...own.value, shared: true }, merged: true });
    }
  }
  return [...merged.values()];
}
