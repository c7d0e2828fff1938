/** How to judge an app: the settings of the configuration file, which they take the place of, and more. */
export interface EcsExecLintOptions {
  /** The configuration file; the nearest one unless said otherwise, and none for `false`. */
  readonly config?: string | false;
  /** Whether services should have ECS Exec on: `required` unless said otherwise. */
  readonly exec?: 'required' | 'optional' | 'forbidden';
  /** The most that findings of a rule count as, by its id. */
  readonly rules?: Readonly<Record<string, 'off' | 'info' | 'warning' | 'error'>>;
  /** What is not reported, in some templates or about some resources, besides what the file ignores. */
  readonly ignores?: readonly IgnoredFindings[];
  /** What fixes say where sessions are not recorded yet. */
  readonly logging?: {
    readonly destination?: 'cloudwatch' | 's3' | 'both';
    readonly keyPrefix?: string;
    readonly kmsKeyId?: string;
    readonly retentionInDays?: number;
  };
  /** Parameter values that the deployment gives, by name. */
  readonly parameters?: Readonly<Record<string, string | number | boolean>>;
  /** The names of the stacks that templates are deployed as, by file, in place of those that the app gives them. */
  readonly stackNames?: Readonly<Record<string, string>>;
  /** Files and folders with the JSON output of AWS CLI commands, from the current folder. */
  readonly account?: string | readonly string[];
  /** The age in days after which such a file counts as likely, not certain. */
  readonly accountMaxAge?: number;
  /** Templates that are left out, as in `.gitignore`, from the current folder. */
  readonly ignorePatterns?: string | readonly string[];
  /** The address that the rule pages of the site are published below: findings link there. */
  readonly rulePages?: string;
  /** The least that fails the synthesis: `error` unless said otherwise; `never` reports only. */
  readonly failOn?: 'error' | 'warning' | 'info' | 'never';
  /** More warnings than these fail the synthesis too. */
  readonly maxWarnings?: number;
  /** The ids of the only rules whose findings are reported; all rules unless said otherwise. */
  readonly only?: readonly string[];
  /** The ids of rules whose findings are not reported. */
  readonly skip?: readonly string[];
  /** Reports advice, and what could not be decided. */
  readonly pedantic?: boolean;
  /** Whether what templates ask to ignore is left out, which it is unless this is `false`. */
  readonly respectIgnores?: boolean;
  /** The language of messages: `en` unless said otherwise. */
  readonly lang?: 'en' | 'ja';
}

/** Findings that are not reported, and why. */
export interface IgnoredFindings {
  readonly rules: string | readonly string[];
  /** Patterns as in `.gitignore`, from the current folder. */
  readonly files?: string | readonly string[];
  /** Logical ids; `*` stands for any text, `?` for a character. */
  readonly resources?: string | readonly string[];
  readonly reason: string;
}
