import type { DeployedStacks } from '../cfn/scenario/deployed-stack.ts';
import type { ObjectKeys } from '../cfn/scenario/nested-templates.ts';
import type { Account } from '../cfn/template/account.ts';
import type { ConstructLookup } from '../cfn/template/generator.ts';
import type { Settings, Severity } from '../rule/types.ts';
import type { Configured } from '../suppress/suppression.ts';
import type { Baseline } from './baseline.ts';

/** How to judge templates. All of it is data, but for `constructs`, `ignores` and `onProgress`. */
export interface Options {
  /** What a person decides about the check as a whole. */
  readonly settings: Settings;
  /** Rule ids: only these are shown and fixed. Empty for all. */
  readonly only: readonly string[];
  /** Rule ids that are neither shown nor fixed. */
  readonly skip: readonly string[];
  /** Shows advice (severity `info`) and what could not be decided. */
  readonly pedantic: boolean;
  /** Parameter values that the deployment gives, by name; a template takes those that it declares. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What is known of the stacks that templates are deployed as, by file. */
  readonly deployedStacks?: DeployedStacks;
  /** The keys of the objects in Amazon S3 that templates are uploaded as, by file: nested stacks name them. */
  readonly objectKeys?: ObjectKeys;
  /** Finds the constructs of the CDK apps that templates were generated from, by which findings say what to change. */
  readonly constructs?: ConstructLookup | undefined;
  /** What is deployed already, as `readAccount` has it: templates refer to it, and nothing is reported on it. */
  readonly account?: Account | undefined;
  /** Whether templates are fixed too that a tool generates and would overwrite. */
  readonly fixGenerated?: boolean;
  /**
   * Whether the texts of fixes are found too: they are unless this is false, which saves time where nobody reads them.
   */
  readonly includeFixes?: boolean;
  /** What rules count as in place of their own severity, by id. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** The address that the pages of rules are below, without a slash at its end; findings link to AWS otherwise. */
  readonly rulePages?: string | undefined;
  /** Whether what templates ask to ignore is left out. */
  readonly respectIgnores: boolean;
  /** Is told before each template how many of how many are judged. A fix judges them several times. */
  readonly onProgress?: (judged: number, total: number) => void;
  /** Whether the report is to have a diagram of what sessions depend on. */
  readonly graph?: boolean;
  /** What is left out besides, and why. */
  readonly ignores: Configured | undefined;
  /** Only findings in these files are reported, judged with everything else; those in all files unless it is said. */
  readonly reportedFiles?: ReadonlySet<string> | undefined;
  /** Findings that are known: they are not reported, and readiness does not depend on it. */
  readonly baseline?: Baseline | undefined;
}

/** What the command line goes by unless somebody says otherwise. */
export const DEFAULT_OPTIONS: Options = {
  settings: { exec: 'required', logDestination: 'cloudwatch', retentionInDays: 90 },
  only: [],
  skip: [],
  pedantic: false,
  parameters: {},
  severities: {},
  respectIgnores: true,
  ignores: undefined,
};
