import { resolve } from 'node:path';
import { say } from '../../i18n/sentence.ts';
import type { Config } from '../config/config.ts';
import { UsageError } from '../core/errors.ts';
import type { FlagName } from './flag.ts';
import { isGiven, type ParsedFlags } from './parse-flags.ts';

/** The baseline: a file with the known findings. */
export interface BaselineArguments {
  /** An absolute path. */
  readonly path: string;
  /** Whether the configuration names it, and no flag. */
  readonly isConfigured: boolean;
  /** Whether the current findings are written to it. */
  readonly isWritten: boolean;
}

const DEFAULT_NAME = 'ecs-exec-lint-baseline.json';

/** What prints something else, or changes what there is to write. */
const EXCLUDED: readonly FlagName[] = [
  'fix',
  'diff',
  'add-ignore',
  'no-ignores',
  'list-files',
  'account-commands',
  'caller-policy',
  'why',
];

/** The baseline of a flag or of the configuration; where it is written, there is always one. */
export function readBaselineArguments(
  written: ParsedFlags,
  config: Pick<Config, 'baseline' | 'folder'>,
): BaselineArguments | undefined {
  const isWritten = written.has('write-baseline');
  const other = isWritten ? EXCLUDED.find(name => isGiven(written, name)) : undefined;
  if (other) throw new UsageError(say`The flag --${other} cannot be combined with --write-baseline.`);
  const named = written.one('baseline');
  if (named === undefined && config.baseline !== undefined)
    return { path: resolve(config.folder, config.baseline), isConfigured: true, isWritten };
  const path = named ?? (isWritten ? DEFAULT_NAME : undefined);
  return path === undefined ? undefined : { path: resolve(path), isConfigured: false, isWritten };
}
