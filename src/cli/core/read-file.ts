import { type BigIntStats, closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { type Identity, identityOf } from './identity.ts';

/** CloudFormation takes templates of one megabyte; what is taken out before the deploy may be as long again. */
export const MOST_BYTES = 2_000_000;

/** What a stream begins with, up to `MOST_BYTES` unless it is said how many. */
export interface Start {
  readonly bytes: Buffer;
  /** Whether there is no more. */
  readonly isAll: boolean;
}

/** The same of a file. */
export interface Beginning extends Start {
  readonly identity: Identity;
}

/** What is no ordinary file may be a pipe or a device: it is not waited for. */
const WITHOUT_WAITING = constants.O_RDONLY | constants.O_NONBLOCK;

/**
 * Reads a regular file, and no more of it than can be of use. Throws `NOT_REGULAR_FILE` for what is none: links are to
 * be followed beforehand.
 */
export function readBeginning(path: string, most: number = MOST_BYTES): Beginning {
  if (!lstatSync(path).isFile()) throw failure('NOT_REGULAR_FILE');
  return read(path, WITHOUT_WAITING | constants.O_NOFOLLOW, stats => stats.isFile(), most);
}

/** The text of a file that was come across and says what is to be done. Throws `TOO_LARGE` besides. */
export function readFound(path: string): string {
  return textOf(read(path, WITHOUT_WAITING, stats => stats.isFile()));
}

/** The same of one that somebody named, which may well be a pipe. */
export function readNamed(path: string): string {
  return textOf(read(path, constants.O_RDONLY, () => true));
}

/** What a file begins with that somebody named, up to a number of bytes. */
export function readNamedBeginning(path: string, most: number): Start {
  return read(path, constants.O_RDONLY, () => true, most);
}

/** What a stream begins with; the rest is not waited for. */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Start> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) break;
  }
  return cut(chunks, MOST_BYTES);
}

function read(
  path: string,
  flags: number,
  isWanted: (stats: BigIntStats) => boolean,
  most = MOST_BYTES,
): Beginning {
  const file = openSync(path, flags);
  try {
    const stats = fstatSync(file, { bigint: true });
    if (!isWanted(stats)) throw failure('NOT_REGULAR_FILE');
    return { ...cut([...chunksOf(file, Number(stats.size), most)], most), identity: identityOf(stats) };
  } finally {
    closeSync(file);
  }
}

function textOf({ bytes, isAll }: Start): string {
  if (!isAll) throw failure('TOO_LARGE');
  return bytes.toString('utf8');
}

/** What the size of a file is depends on the file system: some say 0 of all of them. */
function* chunksOf(file: number, size: number, most: number): Generator<Uint8Array> {
  let left = most + 1;
  let wanted = size + 1;
  while (left > 0) {
    const chunk = Buffer.allocUnsafe(Math.min(wanted, left));
    const count = fill(file, chunk);
    yield chunk.subarray(0, count);
    if (count < chunk.length) return;
    left -= count;
    wanted = 65_536;
  }
}

/** Reads until there is no more room, or no more to read. Answers how much was read. */
function fill(file: number, room: Uint8Array): number {
  let filled = 0;
  while (filled < room.length) {
    const count = readSync(file, room, filled, room.length - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return filled;
}

function cut(chunks: readonly Uint8Array[], most: number): Start {
  const bytes = Buffer.concat(chunks);
  return { bytes: bytes.subarray(0, most), isAll: bytes.length <= most };
}

function failure(code: 'NOT_REGULAR_FILE' | 'TOO_LARGE'): Error {
  return Object.assign(new Error(code), { code });
}
