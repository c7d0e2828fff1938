import { memoize } from '../util/memoize.ts';
import type {
  BlockScalarToken,
  BlockToken,
  CollectionItem,
  CollectionToken,
  FlowScalarToken,
  FlowToken,
  SourceToken,
  Token,
} from './cst-tokens.ts';
import type { Entry, Mapping, Node, Range, Sequence, TokenSource } from './node.ts';

/** Runs of blanks, line breaks, comments, tags and single marks: all that stands between the nodes of a tree. */
const BETWEEN = /[ \t]+|\r?\n|#[^\r\n]*|![^\s,[\]{}]*|./gy;

/**
 * The tokens of a text that was read without the library: of each map and list when it is asked for, made from the tree
 * and from what stands between its nodes.
 */
export class SourceTokens implements TokenSource {
  readonly collection: (node: Mapping | Sequence) => CollectionToken = memoize(node => this.#make(node));
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  #make(node: Mapping | Sequence): CollectionToken {
    const open = this.#text.charAt(node.range.start);
    if (open === '[' || open === '{') return this.#flow(node);
    return node.kind === 'mapping' ? this.#blockMap(node) : this.#blockSequence(node);
  }

  #blockMap({ range: { start }, entries }: Mapping): BlockToken {
    const items = entries.map(each => new Pair(this, each, NOTHING));
    return { type: 'block-map', offset: start, indent: this.#columnOf(start), items };
  }

  #blockSequence({ range: { start }, items }: Sequence): BlockToken {
    let at = start;
    const written = items.map(each => {
      const from = at;
      at = each.range.end;
      return new Item(this, each, from);
    });
    return { type: 'block-seq', offset: start, indent: this.#columnOf(start), items: written };
  }

  /** A comma is a part of the item that follows, be it the only part. */
  #flow(node: Mapping | Sequence): FlowToken {
    const { start, end } = node.range;
    const kind = this.#text.charAt(start) === '[' ? 'flow-seq' : 'flow-map';
    let at = start + 1;
    const items = (node.kind === 'mapping' ? node.entries : node.items).map(each => {
      const from = at;
      const isEntry = 'keyRange' in each;
      at = (isEntry ? each.value : each).range.end;
      if (!isEntry) return new Item(this, each, from);
      return new Pair(this, each, this.between(from, each.keyRange.start));
    });
    const last = this.between(at, end - 1);
    const rest = last.some(each => each.type === 'comma') ? [{ start: last }] : [];
    return {
      type: 'flow-collection',
      offset: start,
      start: { type: `${kind}-start`, offset: start, source: this.#text.charAt(start) },
      items: [...items, ...rest],
      end: [{ type: `${kind}-end`, offset: end - 1, source: this.#text.charAt(end - 1) }],
    };
  }

  /** What stands behind the tag, where there is one; nothing where nothing is written. */
  value(node: Node): Token | undefined {
    const content = contentOf(node);
    if (content.kind !== 'scalar' && content.origin === this) return this.collection(content);
    return this.scalar(content.range);
  }

  scalar({ start, end }: Range): Token | undefined {
    if (start >= end) return undefined;
    const first = this.#text.charAt(start);
    if (first === '|' || first === '>') return this.#blockScalar(start, end);
    return { type: FLOW_SCALARS[first] ?? 'scalar', offset: start, source: this.#text.slice(start, end) };
  }

  #blockScalar(start: number, end: number): BlockScalarToken {
    const text = this.#text.indexOf('\n', start) + 1;
    const [mark = ''] = /^[^\s#]+/.exec(this.#text.slice(start, text)) ?? [];
    return {
      type: 'block-scalar',
      offset: start,
      indent: this.#indentOf(start),
      props: [
        { type: 'block-scalar-header', offset: start, source: mark },
        ...this.between(start + mark.length, text),
      ],
      source: this.#text.slice(text, end),
    };
  }

  /** The tokens between two offsets between which no node begins or ends. */
  between(start: number, end: number): readonly SourceToken[] {
    const tokens: SourceToken[] = [];
    BETWEEN.lastIndex = start;
    while (BETWEEN.lastIndex < end) {
      const offset = BETWEEN.lastIndex;
      const [source = ''] = BETWEEN.exec(this.#text) ?? [];
      const type = typeOf(source);
      if (!type) break;
      tokens.push({ type, offset, source });
    }
    return tokens;
  }

  #columnOf(offset: number): number {
    const newline = offset === 0 ? -1 : this.#text.lastIndexOf('\n', offset - 1);
    const line = newline < 0 && this.#text.startsWith('\uFEFF') ? 1 : newline + 1;
    return offset - line;
  }

  #indentOf(offset: number): number {
    const line = offset - this.#columnOf(offset);
    return (/ */y.exec(this.#text.slice(line, offset)) ?? [''])[0].length;
  }
}

/** Whether a tree has its tokens from here. */
export function isTokenSource(origin: Node['origin']): origin is TokenSource {
  return origin instanceof SourceTokens;
}

/** An entry. What it consists of is made when it is asked for, which most of it never is. */
class Pair implements CollectionItem {
  readonly start: readonly SourceToken[];
  readonly #tokens: SourceTokens;
  readonly #entry: Entry;

  constructor(tokens: SourceTokens, entry: Entry, start: readonly SourceToken[]) {
    this.#tokens = tokens;
    this.#entry = entry;
    this.start = start;
  }

  get key(): Token | undefined {
    return this.#tokens.scalar(this.#entry.keyRange);
  }

  get sep(): readonly SourceToken[] {
    const { keyRange, value } = this.#entry;
    return this.#tokens.between(keyRange.end, contentOf(value).range.start);
  }

  get value(): Token | undefined {
    return this.#tokens.value(this.#entry.value);
  }
}

/** An item of a list. */
class Item implements CollectionItem {
  readonly #tokens: SourceTokens;
  readonly #node: Node;
  readonly #from: number;

  constructor(tokens: SourceTokens, node: Node, from: number) {
    this.#tokens = tokens;
    this.#node = node;
    this.#from = from;
  }

  get start(): readonly SourceToken[] {
    return this.#tokens.between(this.#from, contentOf(this.#node).range.start);
  }

  get value(): Token | undefined {
    return this.#tokens.value(this.#node);
  }
}

const NOTHING: readonly SourceToken[] = [];

const FLOW_SCALARS: Readonly<Record<string, FlowScalarToken['type']>> = {
  "'": 'single-quoted-scalar',
  '"': 'double-quoted-scalar',
};

const MARKS: Readonly<Record<string, SourceToken['type']>> = {
  '#': 'comment',
  '!': 'tag',
  ' ': 'space',
  '\t': 'space',
  '\r': 'newline',
  '\n': 'newline',
  '-': 'seq-item-ind',
  ':': 'map-value-ind',
  ',': 'comma',
};

function typeOf(source: string): SourceToken['type'] | undefined {
  return MARKS[source.charAt(0)];
}

/** A value without its tag. The parts of `!GetAtt A.B` are one text. */
function contentOf(node: Node): Node {
  return (node.kind === 'mapping' && node.tag !== undefined && node.entries[0]?.value) || node;
}
