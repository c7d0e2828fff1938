import { say } from '../i18n/sentence.ts';
import type { Options } from '../index.ts';
import type { Arguments } from './args/arguments.ts';
import type { Console } from './core/console.ts';
import { UsageError } from './core/errors.ts';
import { assembliesOnDisk } from './files/assembly-files.ts';
import { onlyListed, readFileList, withListed } from './files/files-from.ts';
import { findInputs, type Input, type Inputs } from './files/inputs.ts';
import { readParameters } from './files/parameter-files.ts';
import { isIrrelevant, readRelevant, whole } from './files/read-relevant.ts';
import type { Content } from './files/read-templates.ts';
import { readStackNames, rejectStackNames } from './files/stack-names.ts';
import { type Given, judge, parseTemplates, type Templates } from './judge-templates.ts';
import { type BaselineFile, listedFrom, openBaseline, writtenNotes } from './known-findings.ts';
import { onlyIn } from './output/only-listed.ts';
import { printResults } from './output/print-results.ts';
import { chooseTargets } from './output/targets.ts';
import type { Outcome } from './output/write-fixes.ts';

/** Judges, and fixes where that is asked for. Answers the exit code. */
export async function run(args: Arguments, console: Console): Promise<number> {
  const flagged = readParameters(args.parameterFiles, args.parameters);
  const cwd = process.cwd();
  const stackNames = readStackNames(args.stackNames, args.config, cwd);
  const account = await readDeployed(args, cwd, console);
  const listed = args.filesFrom === undefined ? undefined : await readFileList(args.filesFrom, cwd);
  const found = withoutBaseline(await findInputs(args, cwd), args);
  const inputs = listed ? withListed(found, listed, cwd) : found;
  const reported = listed ? onlyListed(inputs, listed, cwd) : inputs;
  rejectMixture(inputs.files, args);
  rejectStackNames(stackNames, inputs.files);
  const names = Object.keys({ ...args.config.parameters, ...flagged });
  // Somebody who wants a list wants all of it, and a parameter is a mistake unless some template has it.
  const counts = (text: string): boolean => args.listsFiles || names.some(name => text.includes(name));
  const assemblies = assembliesOnDisk(cwd);
  let contents = await readRelevant(inputs.files, counts, assemblies);
  const isList =
    args.listsFiles ||
    args.account.printsCommands ||
    args.callerPolicy !== undefined ||
    args.why !== undefined;
  const targets = isList ? NO_TARGETS : await chooseTargets(args, contents, cwd);
  const baseline = await openBaseline(args, cwd);
  const { progress } = console;
  const given = {
    flagged,
    account,
    assemblies,
    stackNames,
    baseline: baseline?.earlier,
    reportedFiles: listed && new Set(reported.files.map(each => each.name)),
    cwd,
    progress,
  };
  let templates = parseTemplates(contents, progress);
  let outcome = await judge(templates, args, given);
  if (outcome.report.documents.length === 0 && contents.some(isIrrelevant)) {
    contents = await Promise.all(contents.map(whole));
    templates = parseTemplates(contents, progress);
    outcome = await judge(templates, args, given);
  }
  if (baseline && args.baseline?.isWritten) outcome = await record(outcome, baseline, templates, args, given);
  progress.clear();
  if (!given.reportedFiles)
    return printResults(outcome, { inputs, contents, targets, assemblies }, args, console);
  const shown = {
    inputs: reported,
    contents: contents.filter(each => given.reportedFiles?.has(each.input.name) && !isOther(each)),
    targets,
    assemblies,
  };
  const report = onlyIn(outcome.report, given.reportedFiles);
  return printResults({ ...outcome, report }, shown, args, console);
}

/** Whether a listed file is no template, of which nothing is said. */
function isOther(content: Content): boolean {
  return content.is === 'other' && content.reason === 'not-a-template';
}

/** The baseline is nobody's template, as little as the configuration is. */
function withoutBaseline(inputs: Inputs, { baseline }: Arguments): Inputs {
  const files = inputs.files.filter(each => each.isNamed || each.place?.path !== baseline?.path);
  return { ...inputs, files };
}

const NO_TARGETS: Awaited<ReturnType<typeof chooseTargets>> = new Map();

/** Writes what was found to the baseline, and judges by that. Without a template, there is nothing to write. */
async function record(
  outcome: Outcome,
  baseline: BaselineFile,
  templates: Templates,
  args: Arguments,
  given: Given,
): Promise<Outcome> {
  if (outcome.report.documents.length === 0) return outcome;
  const unfiltered = baseline.earlier
    ? await judge(templates, args, { ...given, baseline: undefined })
    : outcome;
  const findings = listedFrom(unfiltered.report, outcome.report, baseline.earlier, args);
  const problems = baseline.write(findings);
  if (problems.length > 0) return { ...outcome, problems: [...outcome.problems, ...problems] };
  const after = await judge(templates, args, { ...given, baseline: { name: baseline.name, findings } });
  const gone = outcome.report.baseline?.gone ?? [];
  return { ...after, notes: [...after.notes, ...writtenNotes({ name: baseline.name, findings }, gone)] };
}

/** What reads it is loaded only where it is asked for. */
async function readDeployed(
  { account }: Arguments,
  cwd: string,
  console: Console,
): Promise<Options['account']> {
  if (account.paths.length === 0) return undefined;
  const { readAccountFiles } = await import('./files/account-files.ts');
  const { account: read, notes } = readAccountFiles(account, cwd);
  for (const each of notes) console.note(each);
  return read;
}

function rejectMixture(files: readonly Input[], { task }: Arguments): void {
  const isMixed = files.length > 1 && files.some(each => each.place === undefined);
  if (task === 'change' && isMixed)
    throw new UsageError(
      say`With --fix and --add-ignore, \`-\` must be the only input, since standard output can only hold one template.`,
    );
}
