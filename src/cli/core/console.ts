import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Words } from '../../i18n/words.ts';
import { escapeControls } from '../../report/escape-output.ts';
import { reason } from './errors.ts';
import { Progress } from './progress.ts';
import { Stream } from './stream.ts';

/** Where a run speaks to people, and in which language. */
export class Console {
  readonly words: Words;
  readonly out: Stream = new Stream(1, error => this.#fail(error));
  readonly err: Stream = new Stream(2, () => this.#fail());
  readonly progress: Progress;

  constructor(words: Words) {
    this.words = words;
    this.progress = new Progress(this.err, words);
  }

  /** How wide a page may be. */
  get columns(): number {
    return Math.min(this.out.columns || 80, 100);
  }

  /** A line about the run itself, apart from the report. */
  note(said: Sentence): void {
    this.progress.clear();
    this.err.write(`ecs-exec-lint: ${escapeControls(this.words(said))}\n`);
  }

  #fail(error?: Error): void {
    process.once('exit', () => {
      process.exitCode = 2;
    });
    if (error) this.note(say`The output cannot be written: ${reason(error)}.`);
  }
}
