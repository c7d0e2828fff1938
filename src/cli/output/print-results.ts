import { type Sentence, say } from '../../i18n/sentence.ts';
import type { CloudAssemblies, Report } from '../../index.ts';
import { concealSentence } from '../../report/conceal.ts';
import { escapeControlsInLine } from '../../report/escape-output.ts';
import { uncheckedRows } from '../../report/unchecked-summary.ts';
import type { Arguments } from '../args/arguments.ts';
import type { Output } from '../args/outputs.ts';
import type { Console } from '../core/console.ts';
import type { FormatName } from '../core/formats.ts';
import { withSources } from '../files/assembly-files.ts';
import type { Inputs } from '../files/inputs.ts';
import type { Content } from '../files/read-templates.ts';
import { withUnchecked } from './collect-unchecked.ts';
import { commonView, streamView } from './create-view.ts';
import { exitCode } from './exit-code.ts';
import { show } from './show.ts';
import type { Chosen } from './targets.ts';
import type { Outcome } from './write-fixes.ts';

/** What was found before anything was judged. */
interface Circumstances {
  readonly inputs: Inputs;
  readonly contents: readonly Content[];
  readonly targets: ReadonlyMap<Output, Chosen>;
  readonly assemblies: CloudAssemblies;
}

/** Prints all that a run has to say. Answers the exit code. */
export async function printResults(
  outcome: Outcome,
  { inputs, contents, targets, assemblies }: Circumstances,
  args: Arguments,
  console: Console,
): Promise<number> {
  const report = withUnchecked(outcome.report, inputs, contents, args);
  const unread = contents.flatMap(each => (each.is === 'problem' ? [each.problem] : []));
  const unjudged = report.notAnalyzed.map(
    each => say`${each}: not checked because it would take too long; no real template does.`,
  );
  const others = namedOthers(report, inputs);
  const problems = [...inputs.problems, ...unread, ...unjudged, ...outcome.problems];
  const missed = args.mayMatchNothing ? problems : [...problems, ...others];
  const shown = withSources(
    args.quiet ? errorsOnly(report) : report,
    assemblies,
    contents.map(each => each.input),
  );
  for (const each of [...problems, ...assemblies.problems, ...outcome.notes, ...unsaid(shown), ...others])
    console.note(concealSentence(each, report));
  for (const each of withoutFindings(outcome.report, args)) console.note(each);
  if (report.documents.length + problems.length + others.length === 0)
    console.note(say`No template was checked.`);
  if (!outcome.commands && !outcome.callerPolicy && !reportsExcluded(report, args))
    noteExcluded(shown, inputs, console);
  const isComplete = missed.length === 0 && mayPass(report, args);
  if (args.listsFiles) return list(report, isComplete, console);
  if (outcome.commands) {
    const { printAccountCommands } = await import('./account-commands.ts');
    printAccountCommands(outcome.commands, console);
    return isComplete ? 0 : 2;
  }
  if (outcome.callerPolicy) {
    const { printCallerPolicy } = await import('./print-caller-policy.ts');
    return isComplete && printCallerPolicy(outcome.callerPolicy, args, console) ? 0 : 2;
  }
  if (args.why && outcome.unsuppressed) {
    const { printExplanation } = await import('./print-explanation.ts');
    const view = await streamView(await commonView(report, args, console.words), args, console.out);
    await printExplanation(args.why, outcome.unsuppressed, view, console.out);
    return exitCode(report, args, { isWhole: isComplete && isUnderstood(report), wouldChange: false });
  }
  const stdin = contents.find(each => each.input.place === undefined);
  const printsText = args.task === 'diff' || (args.task === 'change' && stdin !== undefined);
  if (printsText) console.out.write(outcome.text ?? passedOn(stdin, args));
  const stream = printsText ? console.err : console.out;
  const unwritten = await show(shown, args, stream, targets, console);
  for (const problem of unwritten) console.note(problem);
  noteLimit(report, args, console);
  const isWhole = missed.length + unwritten.length === 0 && mayPass(report, args) && isUnderstood(report);
  return exitCode(report, args, { isWhole, wouldChange: outcome.wouldChange });
}

/** Sentences about rules whose findings were to be suppressed, and that have none. */
function withoutFindings({ findings, fixes }: Report, { addIgnores }: Arguments): readonly Sentence[] {
  const found = new Set([...findings, ...fixes.applied, ...fixes.refused].map(each => each.ruleId));
  if (addIgnores?.areAll)
    return found.size > 0 ? [] : [say`--add-ignore: there are no findings to suppress here.`];
  const rules = addIgnores?.rules.filter(each => !found.has(each)) ?? [];
  return rules.map(each => say`--add-ignore: \`${each}\` has no findings to suppress here.`);
}

/** Sentences about files that were named and are not templates. */
function namedOthers({ skipped }: Report, { files }: Inputs): readonly Sentence[] {
  const named = new Set(files.filter(each => each.isNamed).map(each => each.name));
  return skipped
    .filter(each => named.has(each))
    .map(
      each =>
        say`${each}: skipped because it is not a CloudFormation template: no resource in it has a \`Type\`.`,
    );
}

const CLOSING: readonly FormatName[] = ['pretty', 'checklist'];
const WITH_SUMMARY: readonly FormatName[] = ['markdown', 'json'];

/** Whether the report itself does, where people see it. */
function reportsExcluded({ documents }: Report, { outputs, listsFiles }: Arguments): boolean {
  const says = documents.length > 0 ? [...CLOSING, ...WITH_SUMMARY] : WITH_SUMMARY;
  return !listsFiles && outputs.some(each => each.file === undefined && says.includes(each.format));
}

function noteExcluded({ unchecked }: Report, { files }: Inputs, console: Console): void {
  const named = new Set(files.filter(each => each.isNamed).map(each => each.name));
  const others = unchecked.files.filter(each => !named.has(each.file));
  for (const row of uncheckedRows({ ...unchecked, files: others })) console.note(say`left out: ${row}`);
}

/** What `--fix -` does not mend comes out as it went in, so that nothing is lost in a pipe. */
function passedOn(stdin: Content | undefined, { task }: Arguments): Buffer | string {
  return task === 'change' && stdin ? stdin.bytes : '';
}

function errorsOnly({ findings, unchecked, ...report }: Report): Report {
  const errors = findings.filter(each => each.severity === 'error');
  const belowError = findings.length - errors.length;
  return { ...report, findings: errors, unchecked: { ...unchecked, belowError } };
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
  console.out.write(documents.map(({ file }) => `${escapeControlsInLine(file)}\n`).join(''));
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
