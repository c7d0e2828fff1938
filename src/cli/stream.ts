import type { WriteStream } from 'node:tty';
import { visible } from '../report/visible.ts';
import { codeOf, reason } from './failure.ts';

export type Stream = Pick<WriteStream, 'isTTY' | 'columns' | 'on' | 'write'>;

/** Whoever reads a pipe may have had enough; all else that keeps a text from being written is a failure. */
export function write(stream: Stream, text: string | Buffer): void {
  if (text.length === 0) return;
  if (!watched.has(stream))
    stream.on('error', (error: Error) => {
      if (codeOf(error) === 'EPIPE') return;
      process.once('exit', () => {
        process.exitCode = 2;
      });
      if (stream !== process.stderr) say(`The output cannot be written: ${reason(error)}.`);
    });
  watched.add(stream);
  stream.write(text);
}

const watched = new Set<Stream>();

/** A line about the run itself, apart from the report. */
export function say(sentence: string): void {
  write(process.stderr, `ecs-exec-lint: ${visible(sentence)}\n`);
}
