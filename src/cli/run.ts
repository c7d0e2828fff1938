import { DEFAULT_OPTIONS, lint, type Options, parameterMistakes, parse, type Report } from '../index.ts';
import type { Arguments } from './arguments.ts';
import { exitCode } from './exit-code.ts';
import { findInputs, type Input } from './inputs.ts';
import { mend, type Outcome, preview, type Source } from './mend.ts';
import { Mistake } from './mistake.ts';
import { readParameters } from './parameters.ts';
import { read } from './read.ts';
import { say, show, write } from './show.ts';
import { skipped } from './skipped.ts';

/** Judges, and mends where that is asked for. Answers the exit code. */
export async function run(given: Arguments): Promise<number> {
  const parameters = readParameters(given.parameterFiles, given.parameters);
  const inputs = await findInputs(given.inputs, process.cwd(), given.stdinName);
  rejectMixture(inputs.files, given);
  const contents = [];
  for (const input of inputs.files) contents.push(await read(input));
  const sources = contents.flatMap(each =>
    each.is === 'text' ? [{ ...each, document: parse(each.input.name, each.text) }] : [],
  );
  await rejectParameters(parameters, sources);
  const { only, skip, pedantic } = given;
  const outcome = await work(sources, given, { ...DEFAULT_OPTIONS, only, skip, pedantic, parameters });
  const others = contents.flatMap(each => (each.is === 'other' ? [each.input.name] : []));
  const report = { ...outcome.report, skipped: [...outcome.report.skipped, ...others].sort() };
  const problems = [
    ...inputs.problems,
    ...contents.flatMap(each => (each.is === 'problem' ? [each.problem] : [])),
    ...outcome.problems,
  ];
  for (const problem of [...problems, ...skipped(report, inputs.files)]) say(problem);
  if (outcome.text !== undefined) write(process.stdout, outcome.text);
  const stream = outcome.text === undefined ? process.stdout : process.stderr;
  const shown = given.quiet ? errorsOnly(report) : report;
  const unwritten = await show(shown, given, stream, pathsOf(report, inputs.files));
  for (const problem of unwritten) say(problem);
  sayLimit(report, given);
  const isWhole = problems.length + unwritten.length === 0 && isJudged(report);
  return exitCode(report, given, { isWhole, wouldChange: outcome.wouldChange });
}

async function work(sources: readonly Source[], given: Arguments, options: Options): Promise<Outcome> {
  const documents = sources.map(each => each.document);
  switch (given.task) {
    case 'check':
      return { report: lint(documents, options), text: undefined, problems: [], wouldChange: false };
    case 'fix':
      return mend(sources, { ...options, unsafe: given.unsafe });
    case 'diff':
      return preview(sources, { ...options, unsafe: given.unsafe });
  }
}

function rejectMixture(files: readonly Input[], { task }: Arguments): void {
  const isMixed = files.length > 1 && files.some(each => each.path === undefined);
  if (task === 'fix' && isMixed)
    throw new Mistake('With --fix, `-` stands alone: standard output has room for one template.');
}

async function rejectParameters(
  parameters: Options['parameters'],
  sources: readonly Source[],
): Promise<void> {
  if (Object.keys(parameters).length === 0 || sources.length === 0) return;
  const { fits } = await import('./pattern.ts');
  const documents = sources.map(each => each.document);
  const mistakes = parameterMistakes(parameters, documents, fits);
  if (mistakes.length > 0) throw new Mistake(mistakes.join('\n'), '');
}

function pathsOf({ documents }: Report, files: readonly Input[]): readonly string[] {
  const names = new Set(documents.map(each => each.file));
  return files.flatMap(({ name, path }) => (path !== undefined && names.has(name) ? [path] : []));
}

function errorsOnly(report: Report): Report {
  return { ...report, findings: report.findings.filter(each => each.severity === 'error') };
}

/** Something was judged, and all of it could be understood. */
function isJudged({ documents }: Report): boolean {
  return documents.length > 0 && documents.every(each => each.problems.length === 0);
}

function sayLimit({ findings }: Report, { maxWarnings }: Arguments): void {
  const warnings = findings.filter(each => each.severity === 'warning').length;
  if (warnings > maxWarnings)
    say(`There are ${warnings} warnings, and --max-warnings allows ${maxWarnings}.`);
}
