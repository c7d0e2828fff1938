import { say } from '../../i18n/sentence.ts';
import { UsageError } from '../core/errors.ts';
import type { FlagName } from './flag.ts';
import { FLAG_NAMES } from './flags.ts';
import { isGiven, type ParsedFlags } from './parse-flags.ts';

/** All else is for runs that end. */
export const FOR_EDITORS: readonly FlagName[] = [
  'lsp',
  'stdio',
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
