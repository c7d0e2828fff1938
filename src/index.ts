import { rules } from '../rules/index.ts';
import { addIgnores as addIgnoresWith, type IgnoreOptions } from './autofix/add-ignores.ts';
import { type FixOptions, fix as fixWith } from './autofix/fix.ts';
import type { FixOutcome } from './autofix/outcome.ts';
import { plan } from './autofix/plan.ts';
import { lint as lintWith } from './lint/lint.ts';
import type { Options } from './lint/options.ts';
import type { Report } from './lint/report.ts';
import type { Document } from './syntax/document.ts';

export { rules } from '../rules/index.ts';
export type { IgnoreOptions } from './autofix/add-ignores.ts';
export type { FixOptions } from './autofix/fix.ts';
export type { Disagreement, FixedText, FixOutcome } from './autofix/outcome.ts';
export { type Look, lookOf } from './cfn/prefilter/look.ts';
export { reach, type Seen } from './cfn/prefilter/reach.ts';
export { separate } from './cfn/prefilter/relations.ts';
export {
  declaredIn as declaredParameters,
  type Fits,
  type Given,
  mistakesIn as parameterMistakes,
} from './cfn/template/given.ts';
export { mayConcernEcs } from './ecs/concern.ts';
export type { Sentence } from './i18n/sentence.ts';
export { nextSteps } from './lint/next-steps.ts';
export { DEFAULT_OPTIONS, type Options } from './lint/options.ts';
export type {
  AppliedFix,
  Check,
  Deployment,
  Diagnostic,
  FileSplice,
  Link,
  NextSteps,
  Part,
  Picture,
  Readiness,
  RefusedFix,
  Report,
  Secret,
  ServiceSteps,
} from './lint/report.ts';
export type { InactiveRule, Unchecked, UncheckedFile, UncheckedService } from './lint/unchecked.ts';
export { mermaid } from './report/mermaid.ts';
export { nextStepsMarkdown } from './report/next-steps-markdown.ts';
export type { Rule, Settings, Severity } from './rule/types.ts';
export type { Document } from './syntax/document.ts';
export { type Located, locate } from './syntax/locate.ts';
export { parse } from './syntax/parse.ts';

/** Judges templates by all rules. Documents come from `parse`. */
export function lint(documents: readonly Document[], options: Options): Report {
  const report = lintWith(documents, rules, options);
  return options.plansFixes === false ? report : plan(report, options);
}

/** Mends templates as far as fixes allow, and judges what remains. Writes nothing. */
export function fix(documents: readonly Document[], options: FixOptions): Promise<FixOutcome> {
  return fixWith(documents, rules, options);
}

/** Writes into templates that findings are ignored from now on, and judges what remains. Writes no file. */
export function addIgnores(documents: readonly Document[], options: IgnoreOptions): Promise<FixOutcome> {
  return addIgnoresWith(documents, rules, options);
}
