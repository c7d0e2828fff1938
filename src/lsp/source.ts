import type { Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Document, type Located, locate, parse, scanText, type TextHints } from '../index.ts';

/** One file as it is now: on disk, or in an editor. */
export class Source {
  readonly #uri: string;
  /** How it is called in messages. */
  readonly name: string;
  /** What is on disk, as far as it may be a template. */
  onDisk: string | undefined;
  stamp: string | undefined;
  /** What is in an editor, which counts more. */
  open: TextDocument | undefined;
  readonly #mostBytes: number;
  #measured: { readonly text: string; readonly isTooLarge: boolean } | undefined;
  #seen: { readonly text: string; readonly look: TextHints } | undefined;
  #present: Document | undefined;
  #sound: Document | undefined;
  #lines: TextDocument | undefined;

  constructor(uri: string, name: string, mostBytes: number) {
    this.#uri = uri;
    this.name = name;
    this.#mostBytes = mostBytes;
  }

  /** As the editor spells it that has it open. */
  get uri(): string {
    return this.open?.uri ?? this.#uri;
  }

  /** Empty where there is too much of it. */
  get text(): string {
    return this.isTooLarge ? '' : this.#whole;
  }

  get isTooLarge(): boolean {
    const text = this.#whole;
    if (this.#measured?.text !== text)
      this.#measured = { text, isTooLarge: Buffer.byteLength(text) > this.#mostBytes };
    return this.#measured.isTooLarge;
  }

  /** Whether it is one of a template, as far as that can be told of one that is too large. */
  get looksLikeTemplate(): boolean {
    return /\bType["']?\s*:\s*["']?AWS::\w+::/.test(this.#whole);
  }

  get #whole(): string {
    return this.open?.getText() ?? this.onDisk ?? '';
  }

  get hints(): TextHints {
    const { text } = this;
    if (this.#seen?.text !== text) this.#seen = { text, look: scanText(text) };
    return this.#seen.look;
  }

  get isParsed(): boolean {
    return this.#present?.text === this.text;
  }

  parse(): Document {
    const { text } = this;
    if (this.#present?.text === text) return this.#present;
    const document = parse(this.name, text);
    this.#present = document;
    if (!isBroken(document)) this.#sound = document;
    return document;
  }

  /** While somebody types something that cannot be read, the text before it is judged. */
  get judged(): Document {
    const present = this.parse();
    return isBroken(present) ? (this.#sound ?? present) : present;
  }

  /** Whether another text than the present one is judged. */
  get isBehind(): boolean {
    return this.judged !== this.parse();
  }

  /** Where something in the judged text is now; nothing when that cannot be told any more. */
  rangeOf(stretch: Stretch): Range | undefined {
    const { judged } = this;
    const present = this.parse();
    const now = judged === present ? stretch : new Shift(judged.text, present.text).apply(stretch);
    return now && this.rangeNow(now);
  }

  /** In the present text. */
  rangeNow({ start, end }: Stretch): Range {
    const { text } = this;
    if (this.#lines?.getText() !== text) this.#lines = TextDocument.create(this.uri, '', 0, text);
    return { start: this.#lines.positionAt(start), end: this.#lines.positionAt(end) };
  }

  /** What stands at a position; nothing while the text cannot be read. */
  locate(position: Range['start']): Located | undefined {
    if (this.isBehind) return undefined;
    const lines = TextDocument.create(this.uri, '', 0, this.text);
    return locate(this.parse(), lines.offsetAt(position));
  }
}

function isBroken({ problems }: Document): boolean {
  return problems.some(each => each.kind === 'syntax');
}

/** UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** From one text to another that differs from it in one stretch, as while somebody types. */
export class Shift {
  readonly #start: number;
  readonly #end: number;
  readonly #by: number;

  constructor(before: string, after: string) {
    const most = Math.min(before.length, after.length);
    let start = 0;
    while (start < most && before[start] === after[start]) start++;
    let same = 0;
    // As far as it goes: where a line is doubled, either of the two may be the new one.
    while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
    this.#start = start;
    this.#end = before.length - same;
    this.#by = after.length - before.length;
  }

  /** Where it stands now; nothing when it was in the stretch that changed. */
  apply({ start, end }: Stretch): Stretch | undefined {
    if (end <= this.#start) return { start, end };
    if (start >= this.#end) return { start: start + this.#by, end: end + this.#by };
    return undefined;
  }
}
