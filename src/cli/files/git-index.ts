/** No path is longer. */
const LONGEST_NAME = 4096;
/** All names together: more are an attack and not a repository. */
const MOST_CHARACTERS = 32_000_000;

const HEADER = 12;
/** Times, device, inode, mode, owner and size come before the object's name. */
const STATS = 40;
const MODE = 24;
const IS_EXTENDED = 0x4000;
const FOLDER = 0o040000;
const KIND = 0o170000;

/**
 * Of the extensions that have to be understood, the one that changes nothing here: entries may stand for whole folders.
 */
const SPARSE = 'sdir';

/**
 * The names of the files in an index of git (https://git-scm.com/docs/index-format), as far as they are wanted; nothing
 * where it is not one of version 2 to 4, is damaged, or has a part of its entries elsewhere.
 *
 * @param isWanted Is given a name with a character for each of its bytes.
 */
export function namesInIndex(
  bytes: Buffer,
  isWanted: (name: string) => boolean,
): readonly string[] | undefined {
  // SHA-1 or SHA-256: the index does not say which.
  for (const hashLength of [20, 32]) {
    const names = new Index(bytes, hashLength).names(isWanted);
    if (names) return names;
  }
  return undefined;
}

class Index {
  readonly #bytes: Buffer;
  readonly #hashLength: number;
  /** Where the checksum begins. */
  readonly #end: number;
  #at = HEADER;

  constructor(bytes: Buffer, hashLength: number) {
    this.#bytes = bytes;
    this.#hashLength = hashLength;
    this.#end = bytes.length - hashLength;
  }

  names(isWanted: (name: string) => boolean): readonly string[] | undefined {
    if (this.#end < HEADER || this.#bytes.toString('latin1', 0, 4) !== 'DIRC') return undefined;
    const version = this.#bytes.readUInt32BE(4);
    if (version < 2 || version > 4) return undefined;
    const names: string[] = [];
    let characters = 0;
    let previous = '';
    for (let left = this.#bytes.readUInt32BE(8); left > 0; left--) {
      const entry = this.#entry(version, previous);
      if (!entry) return undefined;
      previous = entry.name;
      if (entry.isFolder || !isWanted(previous)) continue;
      characters += previous.length;
      if (characters > MOST_CHARACTERS) return undefined;
      names.push(Buffer.from(previous, 'latin1').toString('utf8'));
    }
    return this.#areExtensionsHarmless() ? names : undefined;
  }

  /** The next entry, whose name may begin as the previous one does. A name has a character for each byte. */
  #entry(version: number, previous: string): { name: string; isFolder: boolean } | undefined {
    const start = this.#at;
    const flagsAt = start + STATS + this.#hashLength;
    if (flagsAt + 2 > this.#end) return undefined;
    const isFolder = (this.#bytes.readUInt32BE(start + MODE) & KIND) === FOLDER;
    const isExtended = (this.#bytes.readUInt16BE(flagsAt) & IS_EXTENDED) !== 0;
    if (isExtended && version === 2) return undefined;
    this.#at = flagsAt + (isExtended ? 4 : 2);
    const kept = version === 4 ? this.#kept(previous) : '';
    const end = this.#bytes.indexOf(0, this.#at);
    if (kept === undefined || end < 0 || end >= this.#end) return undefined;
    if (kept.length + end - this.#at > LONGEST_NAME) return undefined;
    const name = kept + this.#bytes.toString('latin1', this.#at, end);
    const length = end - start;
    this.#at = version === 4 ? end + 1 : start + length + (8 - (length % 8));
    return this.#at <= this.#end ? { name, isFolder } : undefined;
  }

  /** What a name of version 4 has in common with the previous one, which says how much of that is to be cut. */
  #kept(previous: string): string | undefined {
    let cut = -1;
    for (let byte = 0x80; byte & 0x80; ) {
      byte = this.#at < this.#end ? (this.#bytes[this.#at++] ?? 0) : 0;
      cut = (cut + 1) * 128 + (byte & 0x7f);
      if (cut > previous.length) return undefined;
    }
    return previous.slice(0, previous.length - cut);
  }

  /** Those that begin with a small letter cannot be left aside. */
  #areExtensionsHarmless(): boolean {
    while (this.#at + 8 <= this.#end) {
      const signature = this.#bytes.toString('latin1', this.#at, this.#at + 4);
      if (!/^[A-Z]/.test(signature) && signature !== SPARSE) return false;
      this.#at += 8 + this.#bytes.readUInt32BE(this.#at + 4);
    }
    return this.#at === this.#end;
  }
}
