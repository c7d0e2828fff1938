import { say } from '../../i18n/sentence.ts';
import { DEFAULT_FORMAT, FORMAT_NAMES, FORMATS, type FormatName } from '../core/formats.ts';
import type { Flag, FlagName } from './flag.ts';

export const FLAGS: Readonly<Record<FlagName, Flag>> = {
  fix: { takes: 'nothing', group: 'Fix', about: 'Mend templates in place, as far as that is safe' },
  diff: {
    takes: 'nothing',
    group: 'Fix',
    about: 'Print what --fix would change as a patch, write nothing; the report goes to stderr',
  },
  'unsafe-fixes': {
    takes: 'nothing',
    group: 'Fix',
    about: 'With --fix or --diff: also fixes that may undo what somebody wanted',
  },
  'fix-generated': {
    takes: 'nothing',
    group: 'Fix',
    about: 'Also change templates that a tool such as the CDK writes, and would overwrite',
  },
  'log-destination': {
    takes: 'one',
    value: 'WHERE',
    choices: ['cloudwatch', 's3', 'both'],
    group: 'Fix',
    about: 'Where fixes have sessions recorded: cloudwatch (the default), s3 or both',
  },
  only: { takes: 'many', value: 'RULE', group: 'Choose', about: 'Only these rules (repeat, or use commas)' },
  skip: {
    takes: 'many',
    value: 'RULE',
    group: 'Choose',
    about: 'All rules but these (repeat, or use commas)',
  },
  'list-rules': { takes: 'nothing', group: 'Choose', about: 'List the rules, one a line' },
  explain: { takes: 'one', value: 'RULE', group: 'Choose', about: 'Say what a rule is about, and why' },
  'no-ignores': {
    takes: 'nothing',
    group: 'Ignore',
    about: 'Also show what templates and the configuration ask to ignore',
  },
  'add-ignore': {
    takes: 'many',
    value: 'RULE',
    group: 'Ignore',
    about: 'Write into templates that what this rule finds is ignored from now on (repeat, or use commas)',
  },
  reason: { takes: 'one', value: 'TEXT', group: 'Ignore', about: 'With --add-ignore: why, in one line' },
  parameters: {
    takes: 'many',
    value: 'NAME=VALUE',
    group: 'Judge',
    about: 'The value that a deployment gives a parameter (repeat)',
  },
  'parameter-file': {
    takes: 'many',
    value: 'FILE',
    group: 'Judge',
    about:
      'A JSON file of parameter values, as the AWS CLI and CodePipeline take them, or a plain map (repeat)',
  },
  'stack-name': {
    takes: 'many',
    value: '[FILE=]NAME',
    group: 'Judge',
    about: 'The name of the stack that a template is deployed as (repeat)',
  },
  account: {
    takes: 'many',
    value: 'FILE|FOLDER',
    group: 'Judge',
    about:
      'What is already deployed: JSON output of AWS CLI commands such as `aws ecs describe-clusters` (repeat)',
  },
  'account-max-age': {
    takes: 'one',
    value: 'DAYS',
    group: 'Judge',
    about: 'With --account: the age after which a file counts as likely, not certain (7 days by default)',
  },
  'account-commands': {
    takes: 'nothing',
    group: 'Judge',
    about: 'Print the read-only AWS CLI commands that would decide what is undecided in these templates',
  },
  'stdin-filename': {
    takes: 'one',
    value: 'NAME',
    group: 'Judge',
    about: 'What to call the template given as -',
  },
  'ignore-pattern': {
    takes: 'many',
    value: 'PATTERN',
    group: 'Judge',
    about: 'Files not to look for, as in .gitignore (repeat); a file that is named is checked all the same',
  },
  'no-gitignore': { takes: 'nothing', group: 'Judge', about: 'Also look where .gitignore says not to' },
  'list-files': { takes: 'nothing', group: 'Judge', about: 'List the templates that would be checked' },
  'no-error-on-unmatched-pattern': {
    takes: 'nothing',
    group: 'Judge',
    about: 'Exit with 0 when nothing matches, or what matches is no template',
  },
  config: {
    short: ['c'],
    takes: 'one',
    value: 'FILE',
    group: 'Configure',
    about: 'The configuration, in place of the nearest .ecs-exec-lint.yml',
  },
  'no-config': { takes: 'nothing', group: 'Configure', about: 'Read no configuration file' },
  'print-config': {
    takes: 'nothing',
    group: 'Configure',
    about: 'Print the configuration that counts, flags included',
  },
  init: { takes: 'nothing', group: 'Configure', about: 'Write a configuration file to start from' },
  format: {
    short: ['f'],
    takes: 'many',
    value: 'FORMAT[=FILE]',
    group: 'Show',
    about: say`${DEFAULT_FORMAT} (the default), ${names(isForPeople)}, ${names(isPicture)} (a picture); for machines ${names(isForMachines)}; repeat with =FILE for more reports`,
  },
  overwrite: {
    takes: 'nothing',
    group: 'Show',
    about: 'With --format FORMAT=FILE: also replace files that are not earlier reports in that format',
  },
  pedantic: { takes: 'nothing', group: 'Show', about: 'Also show advice, and what could not be decided' },
  statistics: { takes: 'nothing', group: 'Show', about: 'Count at the end what each rule found' },
  quiet: { takes: 'nothing', group: 'Show', about: 'Show errors only' },
  lang: {
    takes: 'one',
    value: 'LANGUAGE',
    choices: ['en', 'ja'],
    group: 'Show',
    about: 'The language for people: en (the default) or ja; machines always get English',
  },
  color: {
    takes: 'one',
    value: 'WHEN',
    choices: ['auto', 'always', 'never'],
    group: 'Show',
    about: 'auto, always or never',
  },
  'no-color': { takes: 'nothing', group: 'Show', about: 'The same as --color never' },
  'fail-on': {
    takes: 'one',
    value: 'SEVERITY',
    choices: ['error', 'warning', 'info'],
    group: 'Fail',
    about: 'The least that makes the exit code 1: error (the default), warning or info',
  },
  'max-warnings': {
    takes: 'one',
    value: 'N',
    group: 'Fail',
    about: 'Exit with 1 when there are more warnings',
  },
  'exit-zero': {
    takes: 'nothing',
    group: 'Fail',
    about: 'Exit with 0 whatever is found (never in place of 2)',
  },
  lsp: {
    takes: 'nothing',
    group: 'Edit',
    about: 'Speak the Language Server Protocol with an editor, on standard input and output',
  },
  stdio: { takes: 'nothing', group: 'Edit', about: 'With --lsp: the same; some editors add it' },
  debug: {
    takes: 'nothing',
    group: 'Other',
    about: 'Show where in the program an internal error comes from',
  },
  help: { short: ['h'], takes: 'nothing', group: 'Other', about: 'Show this' },
  version: { short: ['V', 'v'], takes: 'nothing', group: 'Other', about: 'Show the version' },
};

/** Typed, since the keys of a record lose their type. */
export const FLAG_NAMES: readonly FlagName[] = Object.keys(FLAGS).filter(isFlagName);

export function isFlagName(name: string): name is FlagName {
  return Object.hasOwn(FLAGS, name);
}

/** Names of formats, as the help lists them. */
function names(of: (name: FormatName) => boolean): string {
  return FORMAT_NAMES.filter(of).join(', ');
}

function isForMachines(name: FormatName): boolean {
  return FORMATS[name].for === 'machines';
}

function isPicture(name: FormatName): boolean {
  return !FORMATS[name].showsFixes;
}

function isForPeople(name: FormatName): boolean {
  return !isForMachines(name) && !isPicture(name) && name !== DEFAULT_FORMAT;
}
