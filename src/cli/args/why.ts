import { say } from '../../i18n/sentence.ts';
import { UsageError } from '../core/errors.ts';
import type { FlagName } from './flag.ts';
import { isGiven, type ParsedFlags } from './parse-flags.ts';

/** A message that is to be explained in place of a report. */
export interface WhyArguments {
  /** The text itself, or `-` for standard input. */
  readonly text: string;
  readonly isForPrograms: boolean;
}

/** What prints something else, or changes what is explained. */
const EXCLUDED: readonly FlagName[] = [
  'fix',
  'diff',
  'add-ignore',
  'list-files',
  'account-commands',
  'statistics',
  'print-config',
  'caller-policy',
];

export function readWhy(written: ParsedFlags): WhyArguments | undefined {
  const text = written.one('why');
  if (text === undefined) return undefined;
  const other = EXCLUDED.find(name => isGiven(written, name));
  if (other) throw new UsageError(say`The flag --${other} cannot be combined with --why.`);
  if (text === '-' && written.inputs.includes('-'))
    throw new UsageError(say`Standard input is either the message of --why or a template.`);
  const [format = 'pretty', another] = written.many('format');
  if (another !== undefined || !['pretty', 'json'].includes(format))
    throw new UsageError(say`With --why, --format is either pretty or json, and goes to standard output.`);
  return { text, isForPrograms: format === 'json' };
}
