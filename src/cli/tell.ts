import type { Report } from '../index.ts';
import { type Sentence, say } from '../lang/sentence.ts';
import { concealSentence } from '../report/conceal.ts';
import { visibleLine } from '../report/visible.ts';
import type { Arguments } from './arguments.ts';
import type { Console } from './console.ts';
import { exitCode } from './exit-code.ts';
import type { Inputs } from './inputs.ts';
import type { Outcome } from './mend.ts';
import type { Output } from './outputs.ts';
import type { Content } from './read.ts';
import { show } from './show.ts';
import { skipped } from './skipped.ts';
import type { Chosen } from './targets.ts';

/** What was found before anything was judged. */
interface Circumstances {
  readonly inputs: Inputs;
  readonly contents: readonly Content[];
  readonly targets: ReadonlyMap<Output, Chosen>;
}

/** Prints all that a run has to say. Answers the exit code. */
export async function tell(
  outcome: Outcome,
  { inputs, contents, targets }: Circumstances,
  given: Arguments,
  console: Console,
): Promise<number> {
  const told = withSkipped(outcome.report, contents, 'other');
  const report = withSkipped(told, contents, 'unconcerned');
  const unread = contents.flatMap(each => (each.is === 'problem' ? [each.problem] : []));
  const unjudged = report.unjudged.map(
    each => say`${each}: this was not judged, since it would take too long: no real template does.`,
  );
  const problems = [...inputs.problems, ...unread, ...unjudged, ...outcome.problems];
  const shown = given.quiet ? errorsOnly(report) : report;
  for (const problem of [...problems, ...outcome.notes, ...unsaid(shown), ...skipped(told, inputs)])
    console.note(concealSentence(problem, report));
  if (given.listsFiles) return list(report, problems.length === 0 && mayPass(report, given), console);
  const stdin = contents.find(each => each.input.place === undefined);
  const isReportBeside = given.task === 'diff' || (given.task === 'change' && stdin !== undefined);
  if (isReportBeside) console.out.write(outcome.text ?? passedOn(stdin, given));
  const stream = isReportBeside ? console.err : console.out;
  const unwritten = await show(shown, given, stream, targets, console);
  for (const problem of unwritten) console.note(problem);
  noteLimit(report, given, console);
  const isWhole = problems.length + unwritten.length === 0 && mayPass(report, given) && isUnderstood(report);
  return exitCode(report, given, { isWhole, wouldChange: outcome.wouldChange });
}

/** With those that need not be parsed to see that they are no templates, or none that matter. */
function withSkipped(report: Report, contents: readonly Content[], kind: 'other' | 'unconcerned'): Report {
  const others = contents.flatMap(each => (each.is === kind ? [each.input.name] : []));
  return { ...report, skipped: [...report.skipped, ...others].sort() };
}

/** What `--fix -` does not mend comes out as it went in, so that nothing is lost in a pipe. */
function passedOn(stdin: Content | undefined, { task }: Arguments): Buffer | string {
  return task === 'change' && stdin ? stdin.bytes : '';
}

function errorsOnly(report: Report): Report {
  return { ...report, findings: report.findings.filter(each => each.severity === 'error') };
}

/** What keeps a text from being understood, where no finding says so. */
function unsaid({ documents, findings }: Report): readonly Sentence[] {
  return documents.flatMap(({ file, text, problems: [first] }) => {
    const isSaid = findings.some(
      each => each.file === file && each.range.start.offset === first?.range.start,
    );
    if (!first || isSaid) return [];
    const line = text.slice(0, first.range.start).split('\n').length;
    return [say`${file}:${line}: ${first.message}`];
  });
}

function list({ documents }: Report, isWhole: boolean, console: Console): number {
  console.out.write(documents.map(({ file }) => `${visibleLine(file)}\n`).join(''));
  return isWhole ? 0 : 2;
}

/** Nothing to judge is no success, unless somebody said that it may be. */
function mayPass({ documents }: Report, { mayMatchNothing }: Arguments): boolean {
  return documents.length > 0 || mayMatchNothing;
}

function isUnderstood({ documents }: Report): boolean {
  return documents.every(each => each.problems.length === 0);
}

function noteLimit({ findings }: Report, { maxWarnings }: Arguments, console: Console): void {
  const warnings = findings.filter(each => each.severity === 'warning').length;
  if (warnings > maxWarnings)
    console.note(say`There are ${warnings} warnings, and --max-warnings allows ${maxWarnings}.`);
}
