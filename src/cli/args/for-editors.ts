import { say } from '../../i18n/sentence.ts';
import { UsageError } from '../core/errors.ts';
import type { FlagName } from './flag.ts';
import { FLAG_NAMES } from './flags.ts';
import { isGiven, type ParsedFlags } from './parse-flags.ts';

/** How an editor wants to talk, as clients of the protocol add it to any command. */
const TRANSPORTS: readonly FlagName[] = ['stdio', 'node-ipc', 'socket', 'pipe'];

/** What says something to the server alone. */
export const LSP_ONLY: readonly FlagName[] = [...TRANSPORTS, 'clientProcessId'];

/** All else is for runs that end. */
export const FOR_EDITORS: readonly FlagName[] = [
  'lsp',
  ...LSP_ONLY,
  'only',
  'skip',
  'pedantic',
  'no-ignores',
  'parameters',
  'parameter-file',
  'stack-name',
  'account',
  'account-max-age',
  'ignore-pattern',
  'no-gitignore',
  'rule-pages',
  'log-destination',
  'config',
  'no-config',
  'lang',
  'debug',
];

/** Whether an editor says how to talk. Throws a `UsageError` where it says two ways, or a number that is none. */
export function namesTransport(written: ParsedFlags): boolean {
  const [first, second] = TRANSPORTS.filter(name => isGiven(written, name));
  if (second !== undefined) throw new UsageError(say`Use either --${first ?? ''} or --${second}, not both.`);
  for (const name of ['socket', 'clientProcessId'] as const) {
    const value = written.one(name);
    if (value !== undefined && !/^[1-9]\d*$/.test(value))
      throw new UsageError(say`The flag --${name} takes a number, not \`${value}\`.`);
  }
  return first !== undefined;
}

/** What is said to a server is for nothing else. Throws a `UsageError`. */
export function rejectWithoutServer(written: ParsedFlags): void {
  const [name] = LSP_ONLY.filter(each => isGiven(written, each));
  if (name !== undefined) throw new UsageError(say`The flag --${name} requires --lsp.`);
}

/** What an editor starts takes templates from it, and answers to it. */
export function rejectForEditors(written: ParsedFlags): void {
  const [input] = written.inputs;
  if (input !== undefined)
    throw new UsageError(
      say`With --lsp, the editor chooses the files, so \`${input}\` cannot be given.`,
      say``,
    );
  const other = FLAG_NAMES.find(name => !FOR_EDITORS.includes(name) && isGiven(written, name));
  if (other) throw new UsageError(say`The flag --${other} cannot be combined with --lsp.`);
  if (written.many('stack-name').some(each => !each.includes('=')))
    throw new UsageError(say`With --lsp, --stack-name takes FILE=NAME.`);
}
