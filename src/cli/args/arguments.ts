import { resolve } from 'node:path';
import { type Sentence, say } from '../../i18n/sentence.ts';
import {
  type CallerPolicyOptions,
  DEFAULT_OPTIONS,
  parse,
  rules,
  type Settings,
  type Severity,
} from '../../index.ts';
import { type Config, NO_CONFIG } from '../config/config.ts';
import { splitAssignment } from '../core/assignment.ts';
import { UsageError } from '../core/errors.ts';
import { display, STDIN } from '../core/paths.ts';
import { SHELLS, type Shell } from '../core/shells.ts';
import { webAddress } from '../core/web-address.ts';
import type { AccountPaths } from '../files/account-files.ts';
import { candidates } from '../files/find-config.ts';
import { type BaselineArguments, readBaselineArguments } from './baseline-arguments.ts';
import type { FlagName } from './flag.ts';
import { namesTransport, rejectForEditors, rejectWithoutServer } from './for-editors.ts';
import { type Output, readOutputs } from './outputs.ts';
import { isGiven, type ParsedFlags } from './parse-flags.ts';
import { type NewIgnores, readNewIgnores, readRules } from './rule-names.ts';
import { readWhy, type WhyArguments } from './why.ts';

export type Colour = 'auto' | 'always' | 'never';

/** What a run is to do, as flags and the configuration say; flags count more. */
export interface Arguments {
  readonly config: Config;
  readonly inputs: readonly string[];
  readonly ignorePatterns: readonly string[];
  readonly heedsGitIgnore: boolean;
  readonly mayMatchNothing: boolean;
  /** Where the files are listed whose findings alone are reported; `-` for standard input. */
  readonly filesFrom: string | undefined;
  readonly listsFiles: boolean;
  /** What happens to templates: nothing, a change in place, or the same as a patch. */
  readonly task: 'check' | 'change' | 'diff';
  readonly unsafe: boolean;
  readonly fixGenerated: boolean;
  readonly addIgnores: NewIgnores | undefined;
  readonly respectIgnores: boolean;
  /** Where the known findings are, if they are anywhere. */
  readonly baseline: BaselineArguments | undefined;
  readonly settings: Settings;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly severities: Readonly<Record<string, Severity>>;
  readonly parameters: readonly string[];
  readonly parameterFiles: readonly string[];
  /** As they are written: `[FILE=]NAME`. */
  readonly stackNames: readonly string[];
  readonly account: AccountArguments;
  /** Whose caller policy is printed in place of a report, if one is. */
  readonly callerPolicy: CallerPolicyArguments | undefined;
  readonly why: WhyArguments | undefined;
  readonly stdinName: string;
  readonly outputs: readonly Output[];
  /** Whether reports may take the place of what is no earlier report. */
  readonly overwrites: boolean;
  /** The address that the pages of rules are below. */
  readonly rulePages: string | undefined;
  readonly pedantic: boolean;
  readonly quiet: boolean;
  readonly statistics: boolean;
  readonly colour: Colour;
  readonly failOn: Severity;
  readonly maxWarnings: number;
  readonly exitZero: boolean;
}

/** Where what is deployed is described, and whether to say what would describe it. */
export interface AccountArguments extends AccountPaths {
  readonly printsCommands: boolean;
}

/** For which services, by logical id (all where there is none), and under which tags. */
export type CallerPolicyArguments = Pick<CallerPolicyOptions, 'services' | 'tags'>;

export type Command =
  | { readonly is: 'init' }
  | { readonly is: 'list-rules'; readonly asJson: boolean }
  | { readonly is: 'completion'; readonly shell: Shell }
  | { readonly is: 'explain'; readonly text: string }
  | { readonly is: 'run' | 'print-config'; readonly args: Arguments }
  /** For editors, which work in folders of their own, each with its own configuration. */
  | { readonly is: 'lsp'; readonly optionsIn: OptionsIn; readonly namesTransport: boolean };

/** What flags and the configuration say in a folder. Rejects with a `UsageError`. */
export type OptionsIn = (folder: string) => Promise<Arguments>;

/** What a command line asks for. Throws a `UsageError`. */
export async function readCommand(written: ParsedFlags): Promise<Command> {
  if (written.has('list-rules')) return { is: 'list-rules', asJson: listsAsJson(written.many('format')) };
  const shell = SHELLS.find(each => each === written.one('completion'));
  if (shell !== undefined) return { is: 'completion', shell };
  if (written.has('init')) return { is: 'init' };
  const text = written.one('explain');
  if (text !== undefined) return { is: 'explain', text };
  if (written.has('lsp')) {
    rejectForEditors(written);
    readArguments(written, NO_CONFIG);
    return {
      is: 'lsp',
      optionsIn: async folder => readArguments(written, await configOf(written, folder)),
      namesTransport: namesTransport(written),
    };
  }
  rejectWithoutServer(written);
  const args = readArguments(written, await configOf(written, currentFolder()));
  return { is: written.has('print-config') ? 'print-config' : 'run', args };
}

function listsAsJson(formats: readonly string[]): boolean {
  const other = formats.find(each => each !== 'json');
  if (other !== undefined) throw new UsageError(say`The flag --list-rules takes no format but json.`);
  return formats.length > 0;
}

/** What reads a configuration is loaded only where there is one. */
async function configOf(written: ParsedFlags, cwd: string): Promise<Config> {
  const named = written.one('config');
  const isUnwanted = written.has('no-config');
  if (isUnwanted && named !== undefined)
    throw new UsageError(say`Use either --config or --no-config, not both.`);
  if (isUnwanted) return NO_CONFIG;
  const { own, foreign } = named === undefined ? candidates(cwd) : { own: [named], foreign: [] };
  const config = own.length === 0 ? undefined : await read(named, cwd);
  return { ...(config ?? NO_CONFIG), foreign: foreign.map(each => display(each, cwd)) };
}

async function read(named: string | undefined, cwd: string): Promise<Config | undefined> {
  const { readConfig } = await import('../config/read-config.ts');
  return readConfig(named, cwd, { rules, parse });
}

/** Says which configurations of other users do not apply. */
export function notesOn({ foreign }: Config): readonly Sentence[] {
  return foreign.map(
    each =>
      say`${each}: ignored because this configuration belongs to another user; use --config to apply it.`,
  );
}

/** Another process may have removed it. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageError(say`The current directory no longer exists.`, say``);
  }
}

function readArguments(written: ParsedFlags, config: Config): Arguments {
  const only = readRules(written.many('only'));
  const formats = written.many('format');
  const filesFrom = readFilesFrom(written);
  const isOnGitHub = process.env.GITHUB_ACTIONS === 'true';
  return {
    ...readTask(written),
    config,
    inputs: written.inputs,
    ignorePatterns: written.many('ignore-pattern'),
    heedsGitIgnore: !written.has('no-gitignore'),
    mayMatchNothing: filesFrom !== undefined || written.has('no-error-on-unmatched-pattern'),
    filesFrom,
    listsFiles: written.has('list-files'),
    respectIgnores: !written.has('no-ignores'),
    baseline: readBaselineArguments(written, config),
    settings: readSettings(written, config),
    only,
    skip: [...readRules(written.many('skip')), ...config.off.filter(id => !only.includes(id))],
    severities: config.severities,
    parameters: written.many('parameters'),
    parameterFiles: written.many('parameter-file'),
    stackNames: written.many('stack-name'),
    account: readAccountArguments(written, config),
    callerPolicy: readCallerPolicy(written),
    why: readWhy(written),
    stdinName: written.one('stdin-filename') ?? STDIN,
    outputs: readOutputs(formats.length > 0 ? formats : config.formats, isOnGitHub),
    overwrites: written.has('overwrite'),
    rulePages: readRulePages(written.one('rule-pages') ?? config.rulePages),
    pedantic: written.has('pedantic'),
    quiet: written.has('quiet'),
    statistics: written.has('statistics'),
    colour: readColour(written),
    failOn: readSeverity(written.one('fail-on') ?? config.failOn),
    maxWarnings: readCount(written.one('max-warnings') ?? config.maxWarnings),
    exitZero: written.has('exit-zero'),
  };
}

function readAccountArguments(written: ParsedFlags, config: Config): AccountArguments {
  const flagged = written.many('account');
  const configured = config.account.map(each => resolve(config.folder, each));
  const age = written.one('account-max-age') ?? config.accountMaxAge;
  if (age !== undefined && !/^\d+$/.test(age))
    throw new UsageError(say`The flag --account-max-age takes a number of days, not \`${age}\`.`);
  return {
    paths: flagged.length > 0 ? flagged : configured,
    maxAge: age === undefined ? undefined : Number(age),
    areNamed: flagged.length > 0,
    printsCommands: written.has('account-commands'),
  };
}

/** What has no place for a part of the files. */
const FOR_ALL_FILES: readonly FlagName[] = ['write-baseline', 'account-commands', 'caller-policy', 'why'];

function readFilesFrom(written: ParsedFlags): string | undefined {
  const source = written.one('files-from');
  if (source === undefined) return undefined;
  const other = FOR_ALL_FILES.find(name => isGiven(written, name));
  if (other) throw new UsageError(say`The flag --${other} cannot be combined with --files-from.`);
  if (source === '-' && written.inputs.includes('-'))
    throw new UsageError(say`Standard input is either the list of --files-from or a template.`);
  return source;
}

function readRulePages(address: string | undefined): string | undefined {
  const read = address === undefined ? undefined : webAddress(address);
  if (read !== undefined || address === undefined) return read;
  throw new UsageError(
    say`The flag --rule-pages takes an address such as https://example.com/rules, not \`${address}\`.`,
  );
}

function readCallerPolicy(written: ParsedFlags): CallerPolicyArguments | undefined {
  const services = written.many('caller-policy');
  const tags = written.many('caller-tag');
  if (services.length === 0) {
    if (tags.length > 0) throw new UsageError(say`The flag --caller-tag requires --caller-policy.`);
    return undefined;
  }
  return { services: services.filter(each => each !== ''), tags: Object.fromEntries(tags.map(readTag)) };
}

function readTag(text: string): readonly [key: string, value: string] {
  const tag = splitAssignment(text);
  if (!tag) throw new UsageError(say`The tag \`${text}\` has no value.`, say`Write it as KEY=VALUE.`);
  return tag;
}

/** What prints something else than a report, and so has no place for a patch or a list of fixes. */
const INSTEAD_OF_REPORT: readonly FlagName[] = ['list-files', 'account-commands', 'caller-policy'];

type Task = Pick<Arguments, 'task' | 'unsafe' | 'fixGenerated' | 'addIgnores'>;

function readTask(written: ParsedFlags): Task {
  const addIgnores = readNewIgnores(written);
  const [fixes, unsafe] = [written.has('fix'), written.has('unsafe-fixes')];
  const fixGenerated = written.has('fix-generated');
  if (fixes && addIgnores) throw new UsageError(say`Use either --fix or --add-ignore, not both.`);
  if (fixes && written.has('diff')) throw new UsageError(say`Use either --fix or --diff, not both.`);
  const task = written.has('diff') ? 'diff' : fixes || addIgnores ? 'change' : 'check';
  if (unsafe && (task === 'check' || addIgnores))
    throw new UsageError(say`The flag --unsafe-fixes requires --fix or --diff.`);
  if (fixGenerated && task === 'check')
    throw new UsageError(say`The flag --fix-generated requires --fix or --diff.`);
  const other = INSTEAD_OF_REPORT.find(name => isGiven(written, name));
  if (other && task !== 'check')
    throw new UsageError(say`The flag --${other} cannot be combined with flags that change files.`);
  return { task, unsafe, fixGenerated, addIgnores };
}

function readSettings(written: ParsedFlags, { exec, logging }: Config): Settings {
  const defaults = DEFAULT_OPTIONS.settings;
  const said = DESTINATIONS.find(each => each === written.one('log-destination'));
  const logDestination = said ?? logging.logDestination ?? defaults.logDestination;
  return { ...defaults, ...logging, logDestination, exec: exec ?? defaults.exec };
}

const DESTINATIONS: readonly Settings['logDestination'][] = ['cloudwatch', 's3', 'both'];

function readColour(written: ParsedFlags): Colour {
  const said = written.one('color');
  if (said === 'always' || said === 'never' || said === 'auto') return said;
  return written.has('no-color') ? 'never' : 'auto';
}

function readSeverity(said: string | undefined): Severity {
  return said === 'warning' || said === 'info' ? said : 'error';
}

function readCount(said: string | undefined): number {
  if (said === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(said))
    throw new UsageError(say`The flag --max-warnings takes a number, not \`${said}\`.`);
  return Number(said);
}
