import { VERSION } from '../cli/core/version.ts';
import { ja } from '../i18n/ja.ts';
import { english, type Words, wordsOf } from '../i18n/words.ts';
import { type Document, rules } from '../index.ts';
import { readRuleNames, readSettings } from './configuration.ts';
import type { EcsExecLintOptions } from './options.ts';
import { failedReport } from './policy-report.ts';
import type { PolicyValidationContext, PolicyValidationReport } from './policy-validation.ts';
import { validateApp } from './validation.ts';

/**
 * The validation plugin for the AWS CDK, with which `cdk synth` finds why `aws ecs execute-command` would not work, or
 * would not be recorded: an `IPolicyValidationPlugin`, and an `IPolicyValidationPluginBeta1` for older versions.
 */
export class EcsExecLint {
  readonly name: string = 'ecs-exec-lint';
  readonly version: string = VERSION;
  readonly ruleIds: string[] = rules.map(each => each.id);
  readonly #options: EcsExecLintOptions;
  readonly #settings: Document;
  readonly #words: Words;

  /** Throws where an option, or a rule, is not known. */
  constructor(options: EcsExecLintOptions = {}) {
    const { config: _, only = [], skip = [], pedantic: _1, respectIgnores: _2, lang, ...settings } = options;
    this.#options = { ...options, only: readRuleNames(only), skip: readRuleNames(skip) };
    this.#settings = readSettings(settings);
    this.#words = lang === 'ja' ? wordsOf(ja) : english;
  }

  /** Judges the templates of an app. That it cannot be done is a violation too: newer versions pass over what throws. */
  validate(context: PolicyValidationContext): PolicyValidationReport {
    const [settings, words] = [this.#settings, this.#words];
    try {
      const cwd = process.cwd();
      return validateApp(context, { name: this.name, options: this.#options, settings, words, cwd });
    } catch (error) {
      return failedReport(error, context, words);
    }
  }
}
