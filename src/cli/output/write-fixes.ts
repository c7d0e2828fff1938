import { type Said, type Sentence, say } from '../../i18n/sentence.ts';
import {
  type AccountCommand,
  type AppliedFix,
  type CallerPolicy,
  type Document,
  type FixedText,
  type FixResult,
  lint,
  nextSteps,
  type Options,
  parse,
  type Report,
} from '../../index.ts';
import { concealText } from '../../report/conceal.ts';
import type { Colour } from '../args/arguments.ts';
import type { Original } from '../files/atomic-write.ts';
import { writeTogether } from '../files/write-together.ts';

export interface Source {
  readonly document: Document;
  /** Nothing for standard input. */
  readonly original?: Original;
}

export interface Outcome {
  /** What is printed in place of a report, where that is asked for. */
  readonly commands?: readonly AccountCommand[] | undefined;
  readonly callerPolicy?: CallerPolicy | undefined;
  /** The report that a message is explained by: with advice, and with what is suppressed. */
  readonly unsuppressed?: Report | undefined;
  readonly report: Report;
  /** What goes to standard output in place of the report. */
  readonly text: string | undefined;
  /** Complete sentences about what was to be done and was not. */
  readonly problems: readonly Sentence[];
  /** Complete sentences about what was done all the same. */
  readonly notes: readonly Sentence[];
  /** Whether fixes would change files that were left as they are. */
  readonly wouldChange: boolean;
}

/** Writes what changed in place; the text of a template from standard input is for standard output. */
export function writeFixes(sources: readonly Source[], outcome: FixResult, options: Options): Outcome {
  const documents = sources.map(each => each.document);
  const originals = new Map(sources.map(({ document, original }) => [document.file, original]));
  const changes = outcome.changed.flatMap(each => {
    const original = originals.get(each.file);
    return original ? [{ ...each, original }] : [];
  });
  const text = outcome.changed.find(each => !originals.get(each.file))?.after;
  const { failed, problems } = writeTogether(changes, outcome.report.fixes.applied);
  const report = failed.size > 0 ? withFailures(documents, options, outcome, failed) : outcome.report;
  const unwritten = [...failed].map(([file, why]) => say`${file}: nothing was written: ${why}.`);
  return {
    report,
    text,
    problems: [...disagreed(outcome), ...unwritten, ...problems],
    notes: [],
    wouldChange: false,
  };
}

/** What `mend` would do, as a patch, with the report on things as they are. */
export async function preview(outcome: FixResult, colour: Colour): Promise<Outcome> {
  const { patch } = await import('./patch.ts');
  const { colouredPatch, patchPaint, readerOf, shownPatch } = await import('./shown-patch.ts');
  const reader = readerOf(process.stdout.isTTY, process.env);
  const { text, exposed } = patch(
    reader === 'terminal' ? concealed(outcome) : outcome.changed,
    outcome.before,
  );
  const shown = shownPatch(text, reader);
  const altered = reader === 'other runner' && shown !== text ? [ALTERED] : [];
  return {
    report: outcome.before,
    text: colouredPatch(shown, await patchPaint(colour, reader)),
    notes: exposed.map(
      file => say`${file}: the patch contains an AWS key: it is on a changed line or next to one.`,
    ),
    problems: [...disagreed(outcome), ...altered],
    wouldChange: outcome.changed.length > 0,
  };
}

const ALTERED = say`The printed patch cannot be applied: commands in it that this CI would run are escaped. Write the patch to a file instead.`;

/** On a terminal a patch is only looked at. */
function concealed({ changed, before, report }: FixResult): readonly FixedText[] {
  return changed.map(each => ({
    file: each.file,
    before: concealText(each.file, each.before, before),
    after: concealText(each.file, each.after, report),
  }));
}

function disagreed({ verificationFailures }: FixResult): readonly Sentence[] {
  return verificationFailures.map(
    ({ file, why }) => say`${file}: nothing was written. ${why} Please report this, with the template.`,
  );
}

/** Judges again, since what could not be written is as it was. */
function withFailures(
  documents: readonly Document[],
  options: Options,
  { before, report, changed }: FixResult,
  failed: ReadonlyMap<string, Said>,
): Report {
  const written = new Map<string, FixedText>(
    changed.filter(each => !failed.has(each.file)).map(each => [each.file, each]),
  );
  const present = documents.map(each => {
    const text = written.get(each.file)?.after;
    return text === undefined ? each : parse(each.file, text);
  });
  const judged = lint(present, options);
  const whyLost = ({ file, files = [file] }: AppliedFix): Said | undefined =>
    files.map(each => failed.get(each)).find(why => why !== undefined);
  return {
    ...judged,
    nextSteps: report.nextSteps && nextSteps(before, judged, options),
    fixes: {
      applied: report.fixes.applied.filter(each => whyLost(each) === undefined),
      refused: [
        ...report.fixes.refused,
        ...report.fixes.applied.flatMap(each => {
          const why = whyLost(each);
          return why === undefined ? [] : [{ ...each, why: say`Nothing was written: ${why}.` }];
        }),
      ],
    },
  };
}
