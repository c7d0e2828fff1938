import type { WriteStream } from 'node:tty';
import { type Sentence, say } from '../lang/sentence.ts';
import type { Words } from '../lang/words.ts';
import { visible } from '../report/visible.ts';
import { codeOf, reason } from './failure.ts';

export type Stream = Pick<WriteStream, 'isTTY' | 'columns' | 'on' | 'write'>;

/** Where a run speaks to people, and in which language. */
export class Console {
  readonly words: Words;
  readonly #watched = new Set<Stream>();

  constructor(words: Words) {
    this.words = words;
  }

  /** Whoever reads a pipe may have had enough; all else that keeps a text from being written is a failure. */
  write(stream: Stream, text: string | Buffer): void {
    if (text.length === 0) return;
    if (!this.#watched.has(stream)) stream.on('error', (error: Error) => this.#fail(stream, error));
    this.#watched.add(stream);
    stream.write(text);
  }

  /** A line about the run itself, apart from the report. */
  note(said: Sentence): void {
    this.write(process.stderr, `ecs-exec-lint: ${visible(this.words(said))}\n`);
  }

  #fail(stream: Stream, error: Error): void {
    if (codeOf(error) === 'EPIPE') return;
    process.once('exit', () => {
      process.exitCode = 2;
    });
    if (stream !== process.stderr) this.note(say`The output cannot be written: ${reason(error)}.`);
  }
}
