import { notesOn } from '../cli/args/arguments.ts';
import type { Config } from '../cli/config/config.ts';
import { assembliesOnDisk } from '../cli/files/assembly-files.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import type { Words } from '../i18n/words.ts';
import {
  type CloudAssemblies,
  type Diagnostic,
  type Document,
  mayUseEcs,
  type Options,
  type Report,
} from '../index.ts';
import { SEVERITIES } from '../report/counts.ts';
import { escapeControls } from '../report/escape-output.ts';
import { acknowledgedIgnores } from './acknowledgments.ts';
import { type AppTemplate, templatesOfApp } from './app-templates.ts';
import { configurationIn } from './configuration.ts';
import { judgeApp } from './judge-app.ts';
import type { EcsExecLintOptions } from './options.ts';
import { policyReport } from './policy-report.ts';
import type {
  PolicyValidationContext,
  PolicyValidationReport,
  PolicyViolation,
} from './policy-validation.ts';
import { severityFor } from './severity.ts';

/** What the plugin was made with, and the folder that it runs in. */
export interface PluginSetup {
  readonly name: string;
  readonly options: EcsExecLintOptions;
  /** Those of the options that a configuration file may have as well, read as one. */
  readonly settings: Document;
  readonly words: Words;
  readonly cwd: string;
}

/** Validates the templates of an app. Throws a `UsageError` where that cannot be done. */
export function validateApp(context: PolicyValidationContext, setup: PluginSetup): PolicyValidationReport {
  const { name, options, settings, words, cwd } = setup;
  const note = (said: Sentence): void => console.error(`${name}: ${escapeControls(words(said))}`);
  const config = configurationIn(cwd, options.config, settings);
  for (const each of notesOn(config)) note(each);
  const assemblies = assembliesOnDisk(cwd);
  const templates = readTemplates(context, config, assemblies, setup);
  const judge = judgeApp(templates, { config, options, assemblies, cwd, note });
  const acknowledged = acknowledgedIgnores(context, name, assemblies, templates);
  const report = judge(either(config.ignored, acknowledged));
  const suppressed = acknowledged ? findingsIgnoredBy(acknowledged, judge(config.ignored)) : [];
  for (const each of assemblies.problems) note(each);
  const result = policyReport(report, suppressed, {
    words,
    pedantic: options.pedantic ?? false,
    severityOf: severityFor(report.findings, config, options.failOn),
    paths: new Map(templates.map(each => [each.input.name, each.path])),
    stacks: new Map(context.stackTemplates?.map(each => [each.templatePath, each.stackConstructPath])),
  });
  if (result.success && hidesSuccess(context)) for (const each of result.violations) note(asLine(each));
  return result;
}

function readTemplates(
  { templatePaths }: PolicyValidationContext,
  config: Config,
  assemblies: CloudAssemblies,
  { name, options, cwd }: PluginSetup,
): readonly AppTemplate[] {
  const parameters = Object.keys({ ...config.parameters, ...options.parameters });
  return templatesOfApp(templatePaths, assemblies, {
    cwd,
    ignored: [
      { folder: config.folder, patterns: config.ignorePatterns, where: config.name ?? '' },
      { folder: cwd, patterns: [options.ignorePatterns ?? []].flat(), where: name },
    ],
    isWanted: text => mayUseEcs(text) || parameters.some(each => text.includes(each)),
  });
}

function either(one: Options['ignores'], other: Options['ignores']): Options['ignores'] {
  return one && other ? subject => one(subject) ?? other(subject) : (one ?? other);
}

/** The CDK is to have them all the same: it lists what is acknowledged in its own report. */
function findingsIgnoredBy(
  ignores: NonNullable<Options['ignores']>,
  { findings }: Report,
): readonly Diagnostic[] {
  return findings.filter(
    ({ range, ...each }) => ignores({ ...each, offset: range.start.offset }) !== undefined,
  );
}

/** Whether the CDK may print nothing of a plugin that fails no synthesis: before 2.253.0 it does not. */
function hidesSuccess({ appConstruct }: PolicyValidationContext): boolean {
  return appConstruct === undefined;
}

function asLine({ ruleName, severity, description, fix, ruleMetadata }: PolicyViolation): Sentence {
  const from = ruleMetadata?.from;
  const said = [description, fix ?? [], from === undefined ? [] : `(${from})`, `[${ruleName}]`];
  return say`${SEVERITIES[severity === 'fatal' ? 'error' : severity]}: ${said.flat().join(' ')}`;
}
