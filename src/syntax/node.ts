import type { Node as YamlNode, Pair as YamlPair } from 'yaml';
import { memoize } from '../util/memoize.ts';
import type { CollectionToken } from './cst-tokens.ts';
import type { Json } from './json-value.ts';

/** UTF-16 offsets into the text; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where the tokens of a tree come from that the YAML library did not read. */
export interface TokenSource {
  readonly collection: (node: Mapping | Sequence) => CollectionToken;
}

interface Common {
  /** From the tag or anchor, where there is one, to the end of the content: no trailing blanks, no comments. */
  readonly range: Range;
  /** Reached through an alias or a merge key: it is written elsewhere, and an edit here would change it there. */
  readonly shared: boolean;
  /** Carries an anchor, so that an alias may repeat it elsewhere. */
  readonly anchored: boolean;
  /** What the YAML library read, or, of a map or list that another one read, its tokens; only `edit/` looks at it. */
  readonly origin: YamlNode | TokenSource | undefined;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

export interface Scalar extends Common {
  readonly kind: 'scalar';
  /** As CloudFormation types it: see `readPlain`. */
  readonly value: string | number | boolean | null;
  readonly style: ScalarStyle;
  /** How a number is written, where that is not how it is printed: `1.0`, `1e3`. */
  readonly written?: string;
}

export interface Sequence extends Common {
  readonly kind: 'sequence';
  readonly items: readonly Node[];
}

export interface Entry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: Node;
  /** Came from a merge key (`<<`). */
  readonly merged: boolean;
  readonly origin: YamlPair | undefined;
}

export interface Mapping extends Common {
  readonly kind: 'mapping';
  /** In the order of the text. Of two entries with one key the last counts, and the document has a problem. */
  readonly entries: readonly Entry[];
  /**
   * `!If` for a mapping that stands as a tag: `!If [a, b, c]` is the mapping `{"Fn::If": [a, b, c]}`.
   * A tag that CloudFormation does not know keeps its name as the key: `{"!Foo": …}`.
   */
  readonly tag: string | undefined;
}

export type Node = Scalar | Sequence | Mapping;

export function entry(mapping: Mapping, key: string): Entry | undefined {
  const { entries } = mapping;
  if (entries.length > WORTH_AN_INDEX) return indexOf(mapping).get(key);
  for (let i = entries.length - 1; i >= 0; i--) if (entries[i]?.key === key) return entries[i];
  return undefined;
}

const WORTH_AN_INDEX = 8;

const indexOf = memoize(({ entries }: Mapping) => new Map(entries.map(each => [each.key, each])));

/** The value of a node as plain data. Aliases are followed, so the data may be larger than the text. */
export function toJson(node: Node): Json {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'sequence':
      return node.items.map(toJson);
    case 'mapping':
      return Object.fromEntries(node.entries.map(each => [each.key, toJson(each.value)]));
  }
}

/** Whether a text like this is written anywhere in a node. */
export function mentions(node: Node, text: RegExp): boolean {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'string' && text.test(node.value);
    case 'sequence':
      return node.items.some(each => mentions(each, text));
    case 'mapping':
      return node.entries.some(each => mentions(each.value, text));
  }
}
