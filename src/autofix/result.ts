import type { Sentence } from '../i18n/sentence.ts';
import type { Report } from '../lint/report.ts';

/** A text as it was, and as it is fixed. */
export interface FixedText {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** The result of a fix run: texts to be written, and what there is to say of them. */
export interface FixResult {
  /** Of things as they were, with the fixes that can be made and those that cannot. */
  readonly before: Report;
  /** Of what remains, with the fixes that were applied and refused. */
  readonly report: Report;
  /** The files whose text changed. */
  readonly changed: readonly FixedText[];
  /** The files that are left as they are, since another parser reads something else in the fixed text. */
  readonly verificationFailures: readonly VerificationFailure[];
}

/** A verification failure: a file that is left alone, and why. */
export interface VerificationFailure {
  readonly file: string;
  /** A complete sentence. */
  readonly why: Sentence;
}
