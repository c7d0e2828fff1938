import { say } from '../../i18n/sentence.ts';
import { DEFAULT_FORMAT, FORMAT_NAMES, FORMATS, type FormatName } from '../core/formats.ts';
import { SHELLS } from '../core/shells.ts';
import type { Flag, FlagName } from './flag.ts';

export const FLAGS: Readonly<Record<FlagName, Flag>> = {
  fix: { takes: 'nothing', group: 'Fix', about: 'Apply safe fixes in place' },
  diff: {
    takes: 'nothing',
    group: 'Fix',
    about: 'Print what --fix would change as a patch and write nothing; the report goes to stderr',
  },
  'unsafe-fixes': {
    takes: 'nothing',
    group: 'Fix',
    about: 'With --fix or --diff: also apply fixes that may override a deliberate setting',
  },
  'fix-generated': {
    takes: 'nothing',
    group: 'Fix',
    about: 'Also fix generated templates (such as CDK output), which the generator will overwrite',
  },
  'log-destination': {
    takes: 'one',
    value: 'WHERE',
    choices: ['cloudwatch', 's3', 'both'],
    group: 'Fix',
    about: 'Log destination that fixes set up: cloudwatch (the default), s3 or both',
  },
  only: {
    takes: 'many',
    value: 'RULE',
    group: 'Choose',
    about: 'Only these rules (repeat or separate with commas)',
  },
  skip: {
    takes: 'many',
    value: 'RULE',
    group: 'Choose',
    about: 'All rules except these (repeat or separate with commas)',
  },
  'list-rules': {
    takes: 'nothing',
    group: 'Choose',
    about: 'List the rules, one per line; with -f json as JSON',
  },
  explain: {
    takes: 'one',
    value: 'RULE',
    group: 'Choose',
    about: 'Explain a rule, by its id, the beginning of it, or an error message that it is about',
  },
  why: {
    takes: 'one',
    value: 'TEXT',
    group: 'Show',
    about:
      'Explain an error message in place of the report: paste what the AWS CLI, the console or an agent log printed (- for standard input); the exit code is that of the check',
  },
  'no-ignores': {
    takes: 'nothing',
    group: 'Ignore',
    about: 'Also show suppressed findings',
  },
  'add-ignore': {
    takes: 'many',
    value: 'RULE',
    group: 'Ignore',
    about:
      'Suppress the current findings of this rule, or of all, by adding ignore comments (repeat or separate with commas)',
  },
  reason: {
    takes: 'one',
    value: 'TEXT',
    group: 'Ignore',
    about: 'With --add-ignore: the reason, in one line',
  },
  baseline: {
    takes: 'one',
    value: 'FILE',
    group: 'Ignore',
    about: 'Report only findings that are not in this file of known findings',
  },
  'write-baseline': {
    takes: 'nothing',
    group: 'Ignore',
    about:
      'Write the current findings to the baseline (ecs-exec-lint-baseline.json by default), without those that are gone',
  },
  parameters: {
    takes: 'many',
    value: 'NAME=VALUE',
    group: 'Judge',
    about: 'Parameter value used by the deployment (repeat)',
  },
  'parameter-file': {
    takes: 'many',
    value: 'FILE',
    group: 'Judge',
    about:
      'JSON file of parameter values, in the format of the AWS CLI or CodePipeline, or a plain map (repeat)',
  },
  'stack-name': {
    takes: 'many',
    value: '[FILE=]NAME',
    group: 'Judge',
    about: 'Name of the stack that a template is deployed as (repeat)',
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
    about:
      'With --account: the age after which results of a file are likely, not certain (7 days by default)',
  },
  'account-commands': {
    takes: 'nothing',
    group: 'Judge',
    about: 'Print the read-only AWS CLI commands whose output would settle the undecided checks',
  },
  'caller-policy': {
    takes: 'optional',
    value: '[SERVICE]',
    group: 'Show',
    about:
      'Print the least-privilege IAM policy for callers of `execute-command`, for one service or all, as a template',
  },
  'caller-tag': {
    takes: 'many',
    value: 'KEY=VALUE',
    group: 'Show',
    about: 'With --caller-policy: a tag that clusters and tasks must have (repeat)',
  },
  'stdin-filename': {
    takes: 'one',
    value: 'NAME',
    group: 'Judge',
    about: 'File name for the template on standard input',
  },
  'files-from': {
    takes: 'one',
    value: 'FILE|-',
    group: 'Judge',
    about:
      'Report only findings in the files listed here, one per line or separated by NUL (`git diff --name-only -z`)',
  },
  'ignore-pattern': {
    takes: 'many',
    value: 'PATTERN',
    group: 'Judge',
    about: 'Files to exclude, as in .gitignore (repeat); files named explicitly are always checked',
  },
  'no-gitignore': { takes: 'nothing', group: 'Judge', about: 'Do not respect .gitignore' },
  'list-files': { takes: 'nothing', group: 'Judge', about: 'List the templates that would be checked' },
  'no-error-on-unmatched-pattern': {
    takes: 'nothing',
    group: 'Judge',
    about: 'Exit with 0 if no template is found',
  },
  config: {
    short: ['c'],
    takes: 'one',
    value: 'FILE',
    group: 'Configure',
    about: 'Configuration file to use instead of the nearest .ecs-exec-lint.yml',
  },
  'no-config': { takes: 'nothing', group: 'Configure', about: 'Read no configuration file' },
  'print-config': {
    takes: 'nothing',
    group: 'Configure',
    about: 'Print the effective configuration, including flags',
  },
  init: { takes: 'nothing', group: 'Configure', about: 'Write a configuration file to start from' },
  format: {
    short: ['f'],
    takes: 'many',
    value: 'FORMAT[=FILE]',
    group: 'Show',
    about: say`${DEFAULT_FORMAT} (the default), ${names(isForPeople)}, ${names(isPicture)} (a diagram); for machines ${names(isForMachines)}; repeat with =FILE for more reports`,
  },
  overwrite: {
    takes: 'nothing',
    group: 'Show',
    about: 'With --format FORMAT=FILE: also overwrite files that are not earlier reports in that format',
  },
  pedantic: { takes: 'nothing', group: 'Show', about: 'Also show info findings and undecided checks' },
  statistics: { takes: 'nothing', group: 'Show', about: 'Print the number of findings per rule' },
  quiet: { takes: 'nothing', group: 'Show', about: 'Show errors only' },
  lang: {
    takes: 'one',
    value: 'LANGUAGE',
    choices: ['en', 'ja'],
    group: 'Show',
    about: 'Language of output for people: en (the default) or ja; machine formats stay English',
  },
  color: {
    takes: 'one',
    value: 'WHEN',
    choices: ['auto', 'always', 'never'],
    group: 'Show',
    about: 'auto, always or never',
  },
  'no-color': { takes: 'nothing', group: 'Show', about: 'The same as --color never' },
  'rule-pages': {
    takes: 'one',
    value: 'URL',
    group: 'Show',
    about: 'Base URL of your published rule pages, which findings then link to (URL/RULE.html)',
  },
  'fail-on': {
    takes: 'one',
    value: 'SEVERITY',
    choices: ['error', 'warning', 'info'],
    group: 'Fail',
    about: 'Minimum severity for exit code 1: error (the default), warning or info',
  },
  'max-warnings': {
    takes: 'one',
    value: 'N',
    group: 'Fail',
    about: 'Exit with 1 if there are more warnings than this',
  },
  'exit-zero': {
    takes: 'nothing',
    group: 'Fail',
    about: 'Exit with 0 whatever is found (except for exit code 2)',
  },
  lsp: {
    takes: 'nothing',
    group: 'Edit',
    about: 'Start the language server on standard input and output',
  },
  stdio: { takes: 'nothing', group: 'Edit', about: 'With --lsp: the same; the flag that editors pass' },
  'node-ipc': { takes: 'nothing', group: 'Edit', about: 'With --lsp: talk over the channel of Node.js' },
  socket: { takes: 'one', value: 'PORT', group: 'Edit', about: 'With --lsp: talk over this local port' },
  pipe: {
    takes: 'one',
    value: 'NAME',
    group: 'Edit',
    about: 'With --lsp: talk over this pipe or Unix socket',
  },
  clientProcessId: {
    takes: 'one',
    value: 'PID',
    group: 'Edit',
    about: 'With --lsp: the process of the editor, with which the server ends',
  },
  completion: {
    takes: 'one',
    value: 'SHELL',
    choices: SHELLS,
    group: 'Other',
    about: 'Print a script that completes flags and rules in bash, zsh or fish',
  },
  debug: {
    takes: 'nothing',
    group: 'Other',
    about: 'Show the stack trace of an internal error',
  },
  help: { short: ['h'], takes: 'nothing', group: 'Other', about: 'Show this help' },
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
