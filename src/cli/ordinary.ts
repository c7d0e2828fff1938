import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';

/** CloudFormation takes templates of one megabyte; what is taken out before the deploy may be as long again. */
export const MOST_BYTES = 2_000_000;

/** What a file begins with, up to `MOST_BYTES`. */
export interface Beginning {
  readonly bytes: Buffer;
  /** Whether there is no more. */
  readonly isAll: boolean;
}

/**
 * Reads an ordinary file, and no more of it than can be of use. A pipe or a device, or a link to one, is not waited for:
 * that throws `NOT_ORDINARY`.
 */
export function readBeginning(path: string): Beginning {
  return read(path, constants.O_RDONLY | constants.O_NONBLOCK, stats => stats.isFile());
}

/** The text of a file that was come across and says what is to be done. Throws `TOO_LARGE` besides. */
export function readFound(path: string): string {
  return textOf(readBeginning(path));
}

/** The same of one that somebody named, which may well be a pipe. */
export function readNamed(path: string): string {
  return textOf(read(path, constants.O_RDONLY, () => true));
}

/** What a stream begins with; the rest is not waited for. */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Beginning> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) break;
  }
  return cut(chunks);
}

function read(path: string, flags: number, isWanted: (stats: Stats) => boolean): Beginning {
  const file = openSync(path, flags);
  try {
    const stats = fstatSync(file);
    if (!isWanted(stats)) throw failure('NOT_ORDINARY');
    return cut([...chunksOf(file, stats.size)]);
  } finally {
    closeSync(file);
  }
}

function textOf({ bytes, isAll }: Beginning): string {
  if (!isAll) throw failure('TOO_LARGE');
  return bytes.toString('utf8');
}

/** What the size of a file is depends on the file system: some say 0 of all of them. */
function* chunksOf(file: number, size: number): Generator<Uint8Array> {
  let left = MOST_BYTES + 1;
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

function cut(chunks: readonly Uint8Array[]): Beginning {
  const bytes = Buffer.concat(chunks);
  return { bytes: bytes.subarray(0, MOST_BYTES), isAll: bytes.length <= MOST_BYTES };
}

function failure(code: 'NOT_ORDINARY' | 'TOO_LARGE'): Error {
  return Object.assign(new Error(code), { code });
}
