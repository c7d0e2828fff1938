import type { Sentence } from '../../i18n/sentence.ts';

/** A flag of the command line. Parsing, the help and what is said about mistakes all derive from this. */
export interface Flag {
  readonly short?: readonly string[];
  /**
   * A flag that takes `many` may be repeated; of one that takes `one` the last counts. After one that is `optional` only a
   * logical id is taken for its value, so that a file may follow.
   */
  readonly takes: 'nothing' | 'optional' | 'one' | 'many';
  /** What the help calls the value. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly group: 'Fix' | 'Choose' | 'Ignore' | 'Judge' | 'Configure' | 'Show' | 'Fail' | 'Edit' | 'Other';
  readonly about: Sentence | string;
}

export type FlagName =
  | 'fix'
  | 'diff'
  | 'unsafe-fixes'
  | 'fix-generated'
  | 'only'
  | 'skip'
  | 'list-rules'
  | 'explain'
  | 'why'
  | 'no-ignores'
  | 'add-ignore'
  | 'reason'
  | 'baseline'
  | 'write-baseline'
  | 'parameters'
  | 'parameter-file'
  | 'stack-name'
  | 'account'
  | 'account-max-age'
  | 'account-commands'
  | 'caller-policy'
  | 'caller-tag'
  | 'stdin-filename'
  | 'files-from'
  | 'ignore-pattern'
  | 'no-gitignore'
  | 'list-files'
  | 'no-error-on-unmatched-pattern'
  | 'log-destination'
  | 'config'
  | 'no-config'
  | 'print-config'
  | 'init'
  | 'completion'
  | 'format'
  | 'overwrite'
  | 'pedantic'
  | 'quiet'
  | 'statistics'
  | 'lang'
  | 'color'
  | 'no-color'
  | 'rule-pages'
  | 'fail-on'
  | 'max-warnings'
  | 'exit-zero'
  | 'lsp'
  | 'stdio'
  | 'node-ipc'
  | 'socket'
  | 'pipe'
  | 'clientProcessId'
  | 'debug'
  | 'help'
  | 'version';
