import { isUsageError } from '../cli/core/errors.ts';
import { VERSION } from '../cli/core/version.ts';
import { opening, say } from '../i18n/sentence.ts';
import type { Words } from '../i18n/words.ts';
import type { Diagnostic, Readiness, Report, Severity } from '../index.ts';
import { describeConstruct } from '../report/construct-source.ts';
import { escapeControls } from '../report/escape-output.ts';
import { sentence } from '../report/finding-text.ts';
import { titleOf } from '../report/fix-text.ts';
import { undecidedChecks } from '../report/undecided.ts';
import type {
  PolicyValidationContext,
  PolicyValidationReport,
  PolicyViolatingResource,
  PolicyViolation,
} from './policy-validation.ts';

/** How a report is told to the CDK. */
export interface ReportContext {
  readonly words: Words;
  /** Whether what could not be decided is told too. */
  readonly pedantic: boolean;
  /** What a severity counts as in the synthesis. */
  readonly severityOf: (severity: Severity) => Severity;
  /** The paths of templates, by what they are called in the report. */
  readonly paths: ReadonlyMap<string, string>;
  /** The construct paths of stacks, by the paths of their templates. */
  readonly stacks: ReadonlyMap<string, string>;
}

/** A report as the CDK takes it: what the app acknowledges is in it, and is no failure. */
export function policyReport(
  report: Report,
  acknowledged: readonly Diagnostic[],
  context: ReportContext,
): PolicyValidationReport {
  const { findings, services, notAnalyzed } = report;
  const succeeds = findings.every(each => context.severityOf(each.severity) !== 'error');
  return {
    success: succeeds && notAnalyzed.length === 0,
    violations: [
      ...notAnalyzed.map(each => notAnalyzedViolation(each, context)),
      ...[...findings, ...acknowledged].map(each => violationOf(each, context)),
      ...(context.pedantic ? services : []).flatMap(each => undecidedViolations(each, report, context)),
    ],
    pluginVersion: VERSION,
  };
}

/** The report on a validation that could not be done. */
export function failedReport(
  error: unknown,
  { templatePaths: [templatePath = ''] }: PolicyValidationContext,
  words: Words,
): PolicyValidationReport {
  const lines = isUsageError(error) ? error.lines : [error instanceof Error ? error.message : String(error)];
  const said = words(say`Nothing was validated: ${lines.map(words).join(' ')}`);
  return { success: false, violations: [notValidated(said, templatePath)], pluginVersion: VERSION };
}

function notAnalyzedViolation(file: string, { words, paths }: ReportContext): PolicyViolation {
  const said = words(say`${file}: not checked because it would take too long; no real template does.`);
  return notValidated(said, paths.get(file) ?? file);
}

/** It has no construct, so that no choice of stacks leaves it out. */
function notValidated(description: string, templatePath: string): PolicyViolation {
  return {
    ruleName: 'not-validated',
    description: escapeControls(description),
    violatingResources: [{ resourceLogicalId: '', locations: [], templatePath }],
    severity: 'fatal',
  };
}

/** A finding in the words of the CDK: what is wrong with which resource, and what to change in the app. */
function violationOf(finding: Diagnostic, context: ReportContext): PolicyViolation {
  const { ruleId, severity, source, url } = finding;
  const { words } = context;
  const fix = fixOf(finding, words);
  return {
    ruleName: ruleId,
    description: sentence(finding, words),
    violatingResources: [resourceOf(finding, context)],
    severity: context.severityOf(severity),
    ...(fix !== undefined && { fix: escapeControls(fix) }),
    ruleMetadata: {
      ...(source && { from: escapeControls(words(describeConstruct(source))) }),
      docs: url,
    },
  };
}

function fixOf({ file, fix, advice, fixRefused }: Diagnostic, words: Words): string | undefined {
  if (advice) return words(say`${opening(advice)}.`);
  if (fix) return words(say`${titleOf(fix, file, name => name)}.`);
  return fixRefused && words(fixRefused);
}

function resourceOf(
  { file, path, resource }: Diagnostic,
  { paths, stacks }: ReportContext,
): PolicyViolatingResource {
  const within = resource === undefined ? path : path.slice(2);
  const templatePath = paths.get(file) ?? file;
  const stack = resource === undefined ? stacks.get(templatePath) : undefined;
  return {
    resourceLogicalId: resource ?? '',
    ...(stack !== undefined && { constructPath: stack }),
    locations: within.length > 0 ? [within.join('.')] : [],
    templatePath,
  };
}

/** What could not be decided of a service, as advice. */
function undecidedViolations(
  service: Readiness,
  report: Report,
  { words, paths }: ReportContext,
): readonly PolicyViolation[] {
  const { resource, file } = service;
  return undecidedChecks(service, report).map(({ check }) => ({
    ruleName: check.id,
    description: escapeControls(words(check.detail ?? '')),
    violatingResources: [
      { resourceLogicalId: resource, locations: [], templatePath: paths.get(file) ?? file },
    ],
    severity: 'info',
  }));
}
