import type { Options, Settings, Severity } from '../../index.ts';

/** What a configuration file says; what it does not say is absent, or empty. */
export interface Config {
  /** How the file is called; nothing where there is none. */
  readonly name: string | undefined;
  readonly path: string | undefined;
  /** How configurations of other users are called that would apply otherwise. */
  readonly foreign: readonly string[];
  /** The folder that its patterns start from. */
  readonly folder: string;
  readonly exec: Settings['exec'] | undefined;
  /** The rules that are switched off. */
  readonly off: readonly string[];
  readonly severities: Readonly<Record<string, Severity>>;
  readonly ignores: readonly ConfiguredIgnore[];
  /** What `ignores` means for a run. */
  readonly ignored: Options['ignores'];
  readonly logging: Partial<Omit<Settings, 'exec'>>;
  readonly parameters: Readonly<Record<string, string>>;
  /** The names of stacks by their templates, which are files from its folder. */
  readonly stackNames: Readonly<Record<string, string>>;
  /** Files and folders with what is deployed, from its folder. */
  readonly account: readonly string[];
  readonly accountMaxAge: string | undefined;
  /** The file with the known findings, from its folder. */
  readonly baseline: string | undefined;
  readonly ignorePatterns: readonly string[];
  readonly formats: readonly string[];
  readonly rulePages: string | undefined;
  readonly failOn: string | undefined;
  readonly maxWarnings: string | undefined;
}

export interface ConfiguredIgnore {
  readonly rules: readonly string[];
  readonly files: readonly string[];
  readonly resources: readonly string[];
  readonly reason: string;
}

export const NO_CONFIG: Config = {
  name: undefined,
  path: undefined,
  foreign: [],
  folder: '',
  exec: undefined,
  off: [],
  severities: {},
  ignores: [],
  ignored: undefined,
  logging: {},
  parameters: {},
  stackNames: {},
  account: [],
  accountMaxAge: undefined,
  baseline: undefined,
  ignorePatterns: [],
  formats: [],
  rulePages: undefined,
  failOn: undefined,
  maxWarnings: undefined,
};
