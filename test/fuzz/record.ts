import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import type { Figures } from './search.ts';

/** What came of a run of the fuzzer. */
export interface Run extends Figures {
  readonly seed: number;
  /** Kinds of faults. */
  readonly finds: number;
}

/** A line of a file of runs. */
export interface RecordedRun extends Run {
  readonly date: string;
  readonly commit: string;
}

/** Adds a line to a file of runs. */
export function record(file: string, run: Run): void {
  const commit = execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], { encoding: 'utf8' }).trim();
  const date = new Date().toISOString().slice(0, 10);
  appendFileSync(file, `${JSON.stringify({ date, commit, ...run })}\n`);
}
