import type { Options } from './lint/options.ts';
import type { Report } from './lint/report.ts';
import type { Document } from './syntax/document.ts';

export interface FixOptions extends Options {
  /** Applies unsafe fixes too. */
  readonly unsafe: boolean;
}

export interface FixedText {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

export interface FixOutcome {
  /** Of what remains, with the fixes that were applied and refused. */
  readonly report: Report;
  /** The files whose text changed. */
  readonly changed: readonly FixedText[];
  /** Set when the guards disagree about a text: nothing of that run may be written. A complete sentence. */
  readonly disagreement: string | undefined;
}

export async function fix(documents: readonly Document[], options: FixOptions): Promise<FixOutcome> {
  throw new Error(`not built yet ${documents.length} ${options.unsafe}`);
}
