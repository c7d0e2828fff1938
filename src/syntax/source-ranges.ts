import { KNOWN_TAGS } from './tags.ts';
import { Unusual } from './unusual.ts';

const TAGS: ReadonlySet<string> = new Set(KNOWN_TAGS);
const SPACE = 32;
const LINE_END: ReadonlySet<number> = new Set([10, 13]);
const TAB = 9;
const HASH = 35;

/** What may follow a quote or a bracket. */
const APART: ReadonlySet<string> = new Set(['', ' ', '\n', '\r', '\t', ':', ',', ']', '}']);

/** `|` or `>`, with or without `-`: other marks are rare. */
const BLOCK_HEADER = /[|>]-?(?: +#[^\n]*| *)(?:\r?\n)+/y;

/** Finds in a text what js-yaml does not say: where nodes begin and end to the character. */
export class SourceRanges {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Over blanks, line ends and comments. */
  skip(from: number): number {
    const { text } = this;
    let at = from;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === SPACE || code === TAB || LINE_END.has(code)) at++;
      else if (code === HASH) at = this.#skipComment(at);
      else return at;
    }
  }

  #skipComment(at: number): number {
    if (at > 0 && !/\s/.test(this.text.charAt(at - 1))) throw new Unusual();
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end;
  }

  /** The tag that begins at an offset, if one does. */
  tagAt(at: number): string | undefined {
    const first = this.text.charAt(at);
    if (first === '&' || first === '*') throw new Unusual();
    if (first !== '!') return undefined;
    const tag = /[^\s,[\]{}]*/y;
    tag.lastIndex = at;
    const [name = ''] = tag.exec(this.text) ?? [];
    if (!TAGS.has(name)) throw new Unusual();
    return name;
  }

  /** Where plain text ends that was read to an offset. */
  plainEnd(end: number): number {
    let at = end;
    while (at > 0 && this.#isBlank(at - 1)) at--;
    return at;
  }

  columnOf(at: number): number {
    return at - this.text.lastIndexOf('\n', at - 1) - 1;
  }

  /** Whether a line ends between two offsets, or just before them, as at the beginning of the text. */
  hasLineEnd(start: number, end: number): boolean {
    return start === 0 || this.text.slice(start - 1, end).includes('\n');
  }

  /** Whether there may be a comment between two offsets. */
  mayHaveComment(start: number, end: number): boolean {
    return /[\s,:[\]{}"']#/.test(this.text.slice(start, end));
  }

  /** Where brackets end, of which nothing but a comma stands between the last item and the end. */
  closedEnd(last: number, end: number): number {
    const comma = this.skip(last);
    const close = this.text.charAt(comma) === ',' ? this.skip(comma + 1) : comma;
    if (close !== end - 1) throw new Unusual();
    return this.#apart(end);
  }

  /** Where quotes end. What goes over several lines is folded in more ways than one. */
  quotedEnd(start: number, end: number): number {
    if (this.hasLineEnd(start, end)) throw new Unusual();
    return this.#apart(end);
  }

  #apart(end: number): number {
    if (!APART.has(this.text.charAt(end))) throw new Unusual();
    return end;
  }

  /** Where a block of text ends, with the last line that says something. */
  blockEnd(start: number, end: number): number {
    BLOCK_HEADER.lastIndex = start;
    if (!BLOCK_HEADER.test(this.text)) throw new Unusual();
    const first = BLOCK_HEADER.lastIndex;
    const last = this.plainEnd(end);
    const indent = this.#blanks(first);
    if (last <= first + indent || LINE_END.has(this.text.charCodeAt(first + indent))) throw new Unusual();
    const newline = this.text.indexOf('\n', last);
    if (newline < 0) return this.text.length;
    // Blank lines behind the text that reach further than it are a part of it.
    for (let at = newline + 1; at < end; at++) {
      const blanks = this.#blanks(at);
      at += blanks;
      if (blanks > indent && (at >= this.text.length || LINE_END.has(this.text.charCodeAt(at))))
        throw new Unusual();
    }
    return newline + 1;
  }

  #blanks(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === SPACE) at++;
    return at - from;
  }

  #isBlank(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === SPACE || code === TAB || LINE_END.has(code);
  }
}
