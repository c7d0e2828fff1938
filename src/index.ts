import { rules } from '../rules/index.ts';
import { addIgnores as addIgnoresWith, type IgnoreOptions } from './autofix/add-ignores.ts';
import { type FixOptions, fix as fixWith } from './autofix/fix.ts';
import { plan } from './autofix/plan.ts';
import type { FixResult } from './autofix/result.ts';
import { lint as lintWith } from './lint/lint.ts';
import type { Options } from './lint/options.ts';
import type { Report } from './lint/report.ts';
import { type ErrorExplanation, explain } from './report/error-causes.ts';
import type { Document } from './syntax/document.ts';

export { rules } from '../rules/index.ts';
export {
  type AccountCommandOptions,
  accountCommands,
} from './account/commands/account-commands.ts';
export type { AccountCommand } from './account/commands/command-list.ts';
export type { AccountFile } from './account/output-text.ts';
export {
  type AccountOptions,
  MAX_AGE_DAYS,
  type ReadAccount,
  readAccount,
} from './account/read-account.ts';
export { type AssemblyFiles, CloudAssemblies } from './assembly/cloud-assemblies.ts';
export type { IgnoreOptions } from './autofix/add-ignores.ts';
export type { FixOptions } from './autofix/fix.ts';
export type { FixedText, FixResult, VerificationFailure } from './autofix/result.ts';
export { independentGroups } from './cfn/prefilter/independent-groups.ts';
export { relatedFiles, type ScannedFile, scanText, type TextHints } from './cfn/prefilter/scan.ts';
export type { DeployedStack, DeployedStacks } from './cfn/scenario/deployed-stack.ts';
export type { Account } from './cfn/template/account.ts';
export {
  declaredParameters,
  type ParameterValues,
  type PatternMatcher,
  validateParameters,
} from './cfn/template/parameter-values.ts';
export { mayUseEcs } from './ecs/relevance.ts';
export type { ErrorMessage, ErrorMessageId } from './error-messages/error-message.ts';
export type { OutsideCause } from './error-messages/outside-causes.ts';
export type { Sentence } from './i18n/sentence.ts';
export { type Baseline, type BaselineUse, type KnownFinding, updateBaseline } from './lint/baseline.ts';
export { type CallerPolicy, type CallerPolicyOptions, callerPolicy } from './lint/caller-policy.ts';
export { nextSteps } from './lint/next-steps.ts';
export { DEFAULT_OPTIONS, type Options } from './lint/options.ts';
export type {
  AppliedFix,
  Check,
  ConstructSource,
  DependencyGraph,
  Deployment,
  Diagnostic,
  FileSplice,
  GraphEdge,
  GraphNode,
  NextSteps,
  Readiness,
  ReadinessAnswer,
  RecordDestination,
  RecordedAnswer,
  RefusedFix,
  Report,
  Secret,
  ServiceSteps,
  SourceFrame,
} from './lint/report.ts';
export type { InactiveRule, Unchecked, UncheckedFile, UncheckedService } from './lint/unchecked.ts';
export { withPage } from './lint/with-page.ts';
export type { CauseStatus, ErrorCause } from './report/cause-ranking.ts';
export type { ErrorExplanation, ServiceCauses } from './report/error-causes.ts';
export { mermaid } from './report/mermaid.ts';
export { nextStepsMarkdown } from './report/next-steps/next-steps-markdown.ts';
export type { Rule, Settings, Severity } from './rule/types.ts';
export type { Document } from './syntax/document.ts';
export { type Located, locate } from './syntax/locate.ts';
export { parse } from './syntax/parse.ts';

/** Judges templates by all rules. Documents come from `parse`. */
export function lint(documents: readonly Document[], options: Options): Report {
  const report = lintWith(documents, rules, options);
  return options.includeFixes === false ? report : plan(report, options);
}

/** Mends templates as far as fixes allow, and judges what remains. Writes nothing. */
export function fix(documents: readonly Document[], options: FixOptions): Promise<FixResult> {
  return fixWith(documents, rules, options);
}

/** Writes into templates that findings are ignored from now on, and judges what remains. Writes no file. */
export function addIgnores(documents: readonly Document[], options: IgnoreOptions): Promise<FixResult> {
  return addIgnoresWith(documents, rules, options);
}

/**
 * Explains an error message that the AWS CLI, the console, the Session Manager plugin or a log of the agent printed: what
 * it means, and which causes a report shows. Judge with `pedantic: true` and `respectIgnores: false` for all of them.
 */
export function explainError(text: string, report: Report): ErrorExplanation {
  return explain(text, report, rules);
}
