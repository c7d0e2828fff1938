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
import { UsageError } from './core/errors.ts';
import { FORMATS } from './core/formats.ts';
import type { Progress } from './core/progress.ts';
import { constructSources, objectKeys } from './files/assembly-files.ts';
import type { Content } from './files/read-templates.ts';
import { deployedStacks, type StackNames } from './files/stack-names.ts';
import { baselineNotes, withGoneFiles } from './known-findings.ts';
import { type Outcome, preview, type Source, writeFixes } from './output/write-fixes.ts';

/** What a run is given beside templates. */
export interface Given {
  readonly flagged: Options['parameters'];
  readonly account: Options['account'];
  readonly assemblies: CloudAssemblies;
  readonly stackNames: StackNames;
  readonly progress: Progress;
  readonly baseline: Options['baseline'];
  readonly reportedFiles: Options['reportedFiles'];
  readonly cwd: string;
}

/** Templates as they were read, and parsed where that makes sense. */
export interface Templates {
  readonly contents: readonly Content[];
  readonly sources: readonly (Source & Pick<Content, 'input'>)[];
}

export function parseTemplates(contents: readonly Content[], progress: Progress): Templates {
  const sources = contents.flatMap((each, i) => {
    if (each.is !== 'text') return [];
    progress.tell(() => say`Reading templates: ${i} of ${contents.length}`);
    return [{ ...each, document: parse(each.input.name, each.text) }];
  });
  return { contents, sources };
}

/** Judges templates as one system, and does with them what the arguments ask for. */
export async function judge(
  { contents, sources }: Templates,
  args: Arguments,
  { flagged, account, assemblies, stackNames, baseline, reportedFiles, cwd, progress }: Given,
): Promise<Outcome> {
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
