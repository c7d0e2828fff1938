import { gzipSync } from 'node:zlib';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Report } from '../../index.ts';

/** What of a report its reader takes. */
export interface Limit {
  readonly findings: number;
  readonly bytes: number;
  /** The bytes that count. */
  readonly sizeOf: (text: string) => number;
  /** Of the findings that it takes, so many are shown. */
  readonly shown: number;
  /** A phrase: who takes how much. */
  readonly why: Sentence;
}

/**
 * Code scanning rejects a file with more results, or with more bytes when it is compressed, and shows some of them:
 * https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit,
 * https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/file-too-large.
 */
export const CODE_SCANNING: Limit = {
  findings: 25_000,
  bytes: 10_000_000,
  // What is short enough as it is need not be compressed to see it.
  sizeOf: text => (text.length < 3_000_000 ? text.length : gzipSync(text).length),
  shown: 5000,
  why: say`code scanning on GitHub takes 25,000 results and 10 MB, and shows 5,000`,
};

/**
 * The summary of a step is not shown at all when it is longer, with what was there before:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits.
 */
export function stepSummary(bytesThere: number): Limit {
  return {
    findings: Number.POSITIVE_INFINITY,
    bytes: 1_048_576,
    sizeOf: text => bytesThere + Buffer.byteLength(text),
    shown: Number.POSITIVE_INFINITY,
    why: say`the summary of a step on GitHub takes 1 MiB`,
  };
}

/** A report as its reader takes it. */
export interface Cut {
  /** Nothing where not even the shortest one fits. */
  readonly text: string | undefined;
  /** Complete sentences about what its reader does not get to see. */
  readonly notes: readonly Sentence[];
}

/**
 * As much of a report as its reader takes.
 *
 * @param name What it is called in what is said of it.
 * @param render Writes it with lists of so many items at most.
 */
export function cut(
  { findings, services, fixes }: Report,
  limit: Limit,
  name: string,
  render: (most: number) => string,
): Cut {
  const { bytes, sizeOf, why } = limit;
  const longest = Math.max(findings.length, services.length, fixes.applied.length, fixes.refused.length);
  let most = Math.min(limit.findings, longest);
  let text = render(most);
  for (let size = sizeOf(text); size > bytes; size = sizeOf(text)) {
    if (most === 0) return { text: undefined, notes: [say`${name}: no report was written: ${why}.`] };
    most = Math.floor((most * bytes * 0.9) / size);
    text = render(most);
  }
  const total = findings.length;
  const left = total - most;
  const kept = Math.min(total, most);
  return {
    text,
    notes: [
      ...(left > 0 ? [say`${name}: ${left} of ${total} findings are left out, since ${why}.`] : []),
      ...(kept > limit.shown
        ? [say`${name}: of these ${kept} findings ${limit.shown} are shown, since ${why}.`]
        : []),
    ],
  };
}
