import {
  type Document,
  type FixedText,
  type FixOptions,
  type FixOutcome,
  fix,
  lint,
  parse,
  type Report,
} from '../index.ts';
import type { Input } from './inputs.ts';
import { replace } from './replace.ts';

export interface Source {
  readonly input: Input;
  readonly bytes: Buffer;
  readonly document: Document;
}

export interface Outcome {
  readonly report: Report;
  /** For standard output, where the report then does not go. */
  readonly text: string | undefined;
  /** Complete sentences about what was to be done and was not. */
  readonly problems: readonly string[];
  /** Whether fixes would change files that were left as they are. */
  readonly wouldChange: boolean;
}

/** Fixes files in place; a template from standard input goes to standard output. */
export async function mend(sources: readonly Source[], options: FixOptions): Promise<Outcome> {
  const documents = sources.map(each => each.document);
  const outcome = await fix(documents, options);
  const stdin = sources.find(each => each.input.path === undefined);
  if (outcome.disagreement !== undefined)
    return { ...undecided(documents, options, outcome), text: stdin?.document.text };
  if (stdin) {
    const text = outcome.changed[0]?.after ?? stdin.document.text;
    return { report: outcome.report, text, problems: [], wouldChange: false };
  }
  const failed = new Map<string, string>();
  for (const { file, after } of outcome.changed) {
    const source = sources.find(each => each.document.file === file);
    const why =
      source?.input.path === undefined ? 'it is not known' : replace(source.input.path, source.bytes, after);
    if (why !== undefined) failed.set(file, why);
  }
  const report = failed.size > 0 ? withFailures(documents, options, outcome, failed) : outcome.report;
  const problems = [...failed].map(([file, why]) => `${file}: nothing was written, since ${why}.`);
  return { report, text: undefined, problems, wouldChange: false };
}

/** What `mend` would do, as a patch, with the report on things as they are. */
export async function preview(sources: readonly Source[], options: FixOptions): Promise<Outcome> {
  const documents = sources.map(each => each.document);
  const outcome = await fix(documents, options);
  if (outcome.disagreement !== undefined) return { ...undecided(documents, options, outcome), text: '' };
  const { changed } = outcome;
  const { patch } = await import('./patch.ts');
  const { refused } = outcome.report.fixes;
  return {
    report: { ...lint(documents, options), fixes: { applied: [], refused } },
    text: patch(changed),
    problems: [],
    wouldChange: changed.length > 0,
  };
}

function undecided(
  documents: readonly Document[],
  options: FixOptions,
  { disagreement, report }: FixOutcome,
): Omit<Outcome, 'text'> {
  const { refused } = report.fixes;
  return {
    report: { ...lint(documents, options), fixes: { applied: [], refused } },
    problems: [`${disagreement} Nothing was written. Please report this, with the template.`],
    wouldChange: false,
  };
}

/** Judges again, since what could not be written is as it was. */
function withFailures(
  documents: readonly Document[],
  options: FixOptions,
  { report, changed }: FixOutcome,
  failed: ReadonlyMap<string, string>,
): Report {
  const written = new Map<string, FixedText>(
    changed.filter(each => !failed.has(each.file)).map(each => [each.file, each]),
  );
  const present = documents.map(each => {
    const text = written.get(each.file)?.after;
    return text === undefined ? each : parse(each.file, text);
  });
  const lost = report.fixes.applied.filter(each => failed.has(each.file));
  return {
    ...lint(present, options),
    fixes: {
      applied: report.fixes.applied.filter(each => !failed.has(each.file)),
      refused: [
        ...report.fixes.refused,
        ...lost.map(({ ruleId, file }) => ({
          ruleId,
          file,
          why: `Nothing was written: ${failed.get(file)}.`,
        })),
      ],
    },
  };
}
