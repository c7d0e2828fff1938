import type { EventType, State } from 'js-yaml';
import type { Document } from './document.ts';
import { ALONE, duplicateKeys, nullScalar, scalar, tagged } from './make.ts';
import type { Entry, Mapping, Node, ScalarStyle, Sequence } from './node.ts';
import { Problems } from './problems.ts';
import { SourceRanges } from './source-ranges.ts';
import { SourceTokens } from './source-tokens.ts';
import { Unusual } from './unusual.ts';

/** Between what the library says when it begins to read a node, and when it has read it. */
interface Frame {
  /** Before the blanks, comments and tag of the node. */
  readonly opened: number;
  readonly parts: Part[];
}

interface Part {
  readonly opened: number;
  /** Nothing where nothing is written. */
  readonly node: Node | undefined;
  /** A scalar without a tag, as it is written: it may be a key. */
  readonly source: string | undefined;
}

/** As the library has it, beyond what its types say. */
export interface Warning {
  readonly reason: string;
  readonly mark: { readonly position: number; readonly column: number };
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  "'": 'single',
  '"': 'double',
  '|': 'block',
  '>': 'block',
};

/** Deeper than people write. */
const MOST_LEVELS = 200;

/** YAML allows 1,024 characters before the colon. */
const LONGEST_KEY = 1000;

/** Makes a tree of what js-yaml says while it reads. */
export class Listener {
  readonly #written: SourceRanges;
  readonly #tokens: SourceTokens;
  readonly #format: Document['format'];
  /** The library takes a byte order mark off before it begins to count. */
  readonly #mark: number;
  readonly #frames: Frame[] = [{ opened: 0, parts: [] }];
  readonly #problems = new Problems();
  /** The brackets that close further to the left than what they enclose may stand, and how far to the right that is. */
  readonly #outdented = new Map<number, number>();

  constructor(text: string, format: Document['format']) {
    this.#written = new SourceRanges(text);
    this.#tokens = new SourceTokens(text);
    this.#format = format;
    this.#mark = text.startsWith('\uFEFF') ? 1 : 0;
  }

  hear(event: EventType, { position, kind, result }: State): void {
    const at = position + this.#mark;
    if (event === 'open') {
      if (this.#frames.length > MOST_LEVELS) throw new Unusual();
      this.#frames.push({ opened: at, parts: [] });
      return;
    }
    const frame = this.#frames.pop();
    if (frame) this.#frames.at(-1)?.parts.push(this.#close(frame, at, kind, result));
  }

  /** Whether a warning may be of no matter: that is told when it is known what it is about. */
  tolerates({ reason, mark: { position, column } }: Warning): boolean {
    const at = position + this.#mark;
    const isClosing = this.#is(at, ']') || this.#is(at, '}');
    if (!isClosing || reason !== 'deficient indentation') return false;
    this.#outdented.set(at, column);
    return true;
  }

  /** Nothing when it is no map. */
  result(): Pick<Document, 'root' | 'problems'> | undefined {
    const [frame] = this.#frames;
    const [only, another] = frame?.parts ?? [];
    const root = another ? undefined : only?.node;
    if (root?.kind !== 'mapping' || root.tag !== undefined || this.#outdented.size > 0) return undefined;
    return { root, problems: this.#problems.all };
  }

  #close({ opened, parts }: Frame, end: number, kind: string | null, result: unknown): Part {
    const start = this.#written.skip(opened);
    if (kind === null) {
      if (start < end) throw new Unusual();
      return { opened, node: undefined, source: undefined };
    }
    const tag = this.#written.tagAt(start);
    const content = tag === undefined ? start : this.#written.skip(start + tag.length);
    if (tag !== undefined && this.#written.tagAt(content) !== undefined) throw new Unusual();
    const [only, another] = parts;
    if (only?.opened === content && !another) {
      // It was tried as a key: it is none, but the value itself, unless it is nothing at all.
      if (only.node && tag !== undefined) throw new Unusual();
      if (only.node) return { ...only, opened };
      parts.pop();
    }
    if (kind === 'scalar' && tag === undefined) {
      const source = String(result);
      return { opened, node: this.#scalar(content, end, source, false), source };
    }
    const node = this.#node(kind, content, end, parts, result);
    if (tag === undefined) return { opened, node, source: undefined };
    const keyRange = { start, end: start + tag.length };
    const range = { start, end: node.range.end };
    return { opened, node: tagged(tag, node, keyRange, range, undefined), source: undefined };
  }

  #node(kind: string, start: number, end: number, parts: readonly Part[], result: unknown): Node {
    if (kind === 'scalar') return this.#scalar(start, end, String(result), true);
    const isFlow = this.#is(start, '[') || this.#is(start, '{');
    if (isFlow && this.#format === 'yaml' && this.#written.mayHaveComment(start, end)) throw new Unusual();
    if (kind === 'mapping')
      return this.#mapping(start, isFlow ? this.#flow(start, end, parts) : this.#block(parts));
    if (!Array.isArray(result) || result.length !== parts.length) throw new Unusual();
    return this.#sequence(start, end, parts, isFlow);
  }

  /** @param isText Whether it stands behind a tag. */
  #scalar(start: number, end: number, source: string, isText: boolean): Node {
    const style = STYLES[this.#written.text.charAt(start)] ?? 'plain';
    // Where a block of text without any ends is not seen from what is read.
    if (style === 'block' && source === '') throw new Unusual();
    const range = { start, end: this.#scalarEnd(style, start, end) };
    return scalar(source, style, isText || style !== 'plain', range, undefined);
  }

  #scalarEnd(style: ScalarStyle, start: number, end: number): number {
    if (style === 'plain') return this.#written.plainEnd(end);
    return style === 'block' ? this.#written.blockEnd(start, end) : this.#written.quotedEnd(start, end);
  }

  #sequence(start: number, end: number, parts: readonly Part[], isFlow: boolean): Sequence {
    const items = parts.map(({ node }) => {
      if (!node) throw new Unusual();
      // In brackets `[a: b]` is a list of a map.
      if (isFlow && this.#is(this.#written.skip(node.range.end), ':')) throw new Unusual();
      if (this.#outdented.has(node.range.end - 1)) throw new Unusual();
      return node;
    });
    const last = items.at(-1)?.range.end ?? start + 1;
    return {
      kind: 'sequence',
      items,
      range: { start, end: isFlow ? this.#written.closedEnd(last, end) : last },
      ...ALONE,
      origin: this.#tokens,
    };
  }

  #mapping(start: number, { entries, end }: Entries): Mapping {
    for (const each of duplicateKeys(entries)) this.#problems.add(each);
    return {
      kind: 'mapping',
      entries,
      tag: undefined,
      range: { start, end },
      ...ALONE,
      origin: this.#tokens,
    };
  }

  /** In brackets, of a key without a value only the key is read. */
  #flow(start: number, end: number, parts: readonly Part[]): Entries {
    const entries: Entry[] = [];
    for (let i = 0; i < parts.length; i += 2) {
      const [key, value] = [parts[i], parts[i + 1]];
      if (!key?.node || !value?.node) throw new Unusual();
      if (!this.#is(this.#written.skip(key.node.range.end), ':')) throw new Unusual();
      if (this.#is(this.#written.skip(value.node.range.end), ':')) throw new Unusual();
      if (this.#outdented.has(value.node.range.end - 1)) throw new Unusual();
      entries.push(this.#entry(key, value.node));
    }
    const last = entries.at(-1)?.value.range.end ?? start + 1;
    return { entries, end: this.#written.closedEnd(last, end) };
  }

  /** At the end of a block it tries once more for a key. */
  #block(parts: readonly Part[]): Entries {
    const entries: Entry[] = [];
    let end = 0;
    for (let i = 0; i < parts.length; i += 2) {
      const [key, value] = [parts[i], parts[i + 1]];
      if (!value && !key?.node) break;
      if (!key?.node || !value || !this.#is(value.opened - 1, ':')) throw new Unusual();
      if (key.opened !== key.node.range.start || value.opened - key.opened > LONGEST_KEY) throw new Unusual();
      if (i > 0 && !this.#written.hasLineEnd(end, key.opened)) throw new Unusual();
      if (value.node?.kind === 'scalar' && this.#written.hasLineEnd(value.opened, value.node.range.start))
        throw new Unusual();
      if (value.node) this.#acceptOutdented(key.opened, value.node.range.end);
      entries.push(this.#entry(key, value.node ?? this.#nothing(value.opened)));
      end = value.node?.range.end ?? value.opened;
    }
    return { entries, end };
  }

  /** Brackets may close right below the key in front of them, as people write it. */
  #acceptOutdented(key: number, end: number): void {
    const column = this.#outdented.get(end - 1);
    if (column !== undefined && column !== this.#written.columnOf(key)) throw new Unusual();
    this.#outdented.delete(end - 1);
  }

  #entry({ node, source }: Part, value: Node): Entry {
    if (source === undefined || !node || (node.kind === 'scalar' && node.style === 'block'))
      throw new Unusual();
    // A merge key.
    if (source === '<<' && this.#format === 'yaml') throw new Unusual();
    return { key: source, keyRange: node.range, value, merged: false, origin: undefined };
  }

  /** A value that is not there is taken to stand behind the blanks that follow the colon. */
  #nothing(colon: number): Node {
    let at = colon;
    while (this.#is(at, ' ')) at++;
    return nullScalar({ start: at, end: at });
  }

  #is(at: number, character: string): boolean {
    return this.#written.text.charAt(at) === character;
  }
}

interface Entries {
  readonly entries: readonly Entry[];
  readonly end: number;
}
