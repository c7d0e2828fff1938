import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import type { WriteStream } from 'node:tty';
import { codeOf } from './errors.ts';

/**
 * Standard output, or standard error. What can be written at once is, since the streams of Node.js take longer to load
 * than most templates to check; they get what is left, and they say why something cannot be written.
 */
export class Stream {
  readonly #descriptor: 1 | 2;
  readonly #fail: (error: Error) => void;
  #stream: WriteStream | undefined;

  constructor(descriptor: 1 | 2, fail: (error: Error) => void) {
    this.#descriptor = descriptor;
    this.#fail = fail;
  }

  get isTerminal(): boolean {
    return isDevice(this.#descriptor) && this.#open().isTTY === true;
  }

  get columns(): number | undefined {
    return this.isTerminal ? this.#open().columns : undefined;
  }

  write(text: string | Buffer): void {
    const rest = this.#stream ? text : writeAtOnce(this.#descriptor, Buffer.from(text));
    if (rest.length > 0) this.#open().write(rest);
  }

  #open(): WriteStream {
    if (this.#stream) return this.#stream;
    const stream = this.#descriptor === 1 ? process.stdout : process.stderr;
    // Whoever reads a pipe may have had enough; all else that keeps a text from being written is a failure.
    stream.on('error', error => {
      if (codeOf(error) !== 'EPIPE') this.#fail(error);
    });
    this.#stream = stream;
    return stream;
  }
}

/** Whether a stream may be a terminal: neither a file nor a pipe, nor the device that takes everything. */
function isDevice(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isCharacterDevice() && stats.rdev !== statSync(devNull).rdev;
  } catch {
    return true;
  }
}

/** Answers what could not be written, whatever the reason. */
function writeAtOnce(descriptor: number, bytes: Buffer): Buffer {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  } catch {}
  return bytes.subarray(written);
}
