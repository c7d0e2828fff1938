import { type Sentence, say } from '../i18n/sentence.ts';
import {
  type AccountCommand,
  accountCommands,
  addIgnores,
  type CloudAssemblies,
  callerPolicy,
  type Document,
  declaredParameters,
  type FixResult,
  fix,
  lint,
  type Options,
  parse,
  type Report,
  validateParameters,
} from '../index.ts';
import type { Arguments } from './args/arguments.ts';
import { optionsFrom } from './args/lint-options.ts';
import type { Console } from './core/console.ts';
import { UsageError } from './core/errors.ts';
import { FORMATS } from './core/formats.ts';
import type { Progress } from './core/progress.ts';
import { assembliesOnDisk, constructSources, objectKeys } from './files/assembly-files.ts';
import { onlyListed, readFileList, withListed } from './files/files-from.ts';
import { findInputs, type Input, type Inputs } from './files/inputs.ts';
import { readParameters } from './files/parameter-files.ts';
import { isIrrelevant, readRelevant, whole } from './files/read-relevant.ts';
import type { Content } from './files/read-templates.ts';
import { deployedStacks, readStackNames, rejectStackNames, type StackNames } from './files/stack-names.ts';
import {
  type BaselineFile,
  baselineNotes,
  listedFrom,
  openBaseline,
  withGoneFiles,
  writtenNotes,
} from './known-findings.ts';
import { onlyIn } from './output/only-listed.ts';
import { printResults } from './output/print-results.ts';
import { chooseTargets } from './output/targets.ts';
import { type Outcome, preview, type Source, writeFixes } from './output/write-fixes.ts';

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
  let outcome = await judge(contents, args, given);
  if (outcome.report.documents.length === 0 && contents.some(isIrrelevant)) {
    contents = await Promise.all(contents.map(whole));
    outcome = await judge(contents, args, given);
  }
  if (baseline && args.baseline?.isWritten) outcome = await record(outcome, baseline, contents, args, given);
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

/** What a run is given beside templates. */
interface Given {
  readonly flagged: Options['parameters'];
  readonly account: Options['account'];
  readonly assemblies: CloudAssemblies;
  readonly stackNames: StackNames;
  readonly progress: Progress;
  readonly baseline: Options['baseline'];
  readonly reportedFiles: Options['reportedFiles'];
  readonly cwd: string;
}

/** Writes what was found to the baseline, and judges by that. Without a template, there is nothing to write. */
async function record(
  outcome: Outcome,
  baseline: BaselineFile,
  contents: readonly Content[],
  args: Arguments,
  given: Given,
): Promise<Outcome> {
  if (outcome.report.documents.length === 0) return outcome;
  const unfiltered = await judge(contents, args, { ...given, baseline: undefined });
  const findings = listedFrom(unfiltered.report, outcome.report, baseline.earlier, args);
  const problems = baseline.write(findings);
  if (problems.length > 0) return { ...outcome, problems: [...outcome.problems, ...problems] };
  const after = await judge(contents, args, { ...given, baseline: { name: baseline.name, findings } });
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

async function judge(
  contents: readonly Content[],
  args: Arguments,
  { flagged, account, assemblies, stackNames, baseline, reportedFiles, cwd, progress }: Given,
): Promise<Outcome> {
  const sources = contents.flatMap((each, i) => {
    if (each.is !== 'text') return [];
    progress.tell(() => say`Reading templates: ${i} of ${contents.length}`);
    return [{ ...each, document: parse(each.input.name, each.text) }];
  });
  const parameters = { ...configured(args, sources), ...flagged };
  await rejectParameters(parameters, sources);
  const templates = sources.map(each => each.input);
  const outcome = await work(sources, args, {
    ...optionsFrom(args, parameters, account),
    baseline,
    reportedFiles,
    deployedStacks: deployedStacks(templates, assemblies, stackNames),
    objectKeys: objectKeys(assemblies, templates),
    constructs: constructSources(assemblies, templates),
    onProgress: (done, total) => progress.tell(() => progressOf(args, done, total)),
  });
  const report = withGoneFiles(outcome.report, baseline, contents, cwd);
  return { ...outcome, report, notes: [...outcome.notes, ...baselineNotes(report)] };
}

function progressOf({ task }: Arguments, done: number, total: number): Sentence {
  return task === 'check'
    ? say`Checking templates: ${done} of ${total}`
    : say`Fixing templates: ${done} of ${total} checked`;
}

async function work(sources: readonly Source[], args: Arguments, options: Options): Promise<Outcome> {
  const documents = sources.map(each => each.document);
  switch (args.task) {
    case 'check': {
      const includeFixes = args.statistics || args.outputs.some(({ format }) => FORMATS[format].showsFixes);
      const report = lint(documents, { ...options, includeFixes });
      const commands = args.account.printsCommands ? commandsFor(report, options) : undefined;
      const policy =
        args.callerPolicy && callerPolicy(report.documents, { ...options, ...args.callerPolicy });
      const unsuppressed = args.why && lint(documents, withAllCauses(options));
      return {
        report,
        commands,
        unsuppressed,
        callerPolicy: policy,
        text: undefined,
        problems: [],
        notes: [],
        wouldChange: false,
      };
    }
    case 'change':
      return writeFixes(sources, await changed(documents, args, options), options);
    case 'diff':
      return preview(await changed(documents, args, options), args.colour);
  }
}

/** Whoever wants to know why a session fails wants it to work, and what is suppressed may be the reason. */
function withAllCauses(options: Options): Options {
  const { exec } = options.settings;
  return {
    ...options,
    settings: { ...options.settings, exec: exec === 'optional' ? 'required' : exec },
    only: [],
    skip: [],
    severities: {},
    pedantic: true,
    respectIgnores: false,
    includeFixes: false,
  };
}

/** Those that would tell what is undecided of services, and of what else starts tasks. */
function commandsFor({ documents, services }: Report, options: Options): readonly AccountCommand[] {
  const open = services.filter(({ checks }) =>
    checks.some(each => each.status === 'unknown' || each.status === 'not-visible'),
  );
  return accountCommands(documents, {
    ...options,
    about: ({ id, at }) => open.some(each => each.resource === id && each.file === at.document.file),
  });
}

function changed(documents: readonly Document[], args: Arguments, options: Options): Promise<FixResult> {
  const { addIgnores: ignores, unsafe, quiet } = args;
  return ignores
    ? addIgnores(documents, { ...options, ...ignores, errorsOnly: quiet })
    : fix(documents, { ...options, unsafe });
}

function rejectMixture(files: readonly Input[], { task }: Arguments): void {
  const isMixed = files.length > 1 && files.some(each => each.place === undefined);
  if (task === 'change' && isMixed)
    throw new UsageError(
      say`With --fix and --add-ignore, \`-\` must be the only input, since standard output can only hold one template.`,
    );
}

/** A configuration is for many templates, and none of them has to declare all of its parameters. */
function configured({ config }: Arguments, sources: readonly Source[]): Options['parameters'] {
  const all = Object.entries(config.parameters);
  if (all.length === 0) return {};
  const declared = declaredParameters(sources.map(each => each.document));
  return Object.fromEntries(all.filter(([name]) => declared.has(name)));
}

async function rejectParameters(
  parameters: Options['parameters'],
  sources: readonly Source[],
): Promise<void> {
  if (Object.keys(parameters).length === 0 || sources.length === 0) return;
  const { fits } = await import('./args/pattern.ts');
  const documents = sources.map(each => each.document);
  const errors = validateParameters(parameters, documents, fits);
  if (errors.length > 0) throw new UsageError(errors, say``);
}
