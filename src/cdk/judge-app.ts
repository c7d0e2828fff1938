import { fits } from '../cli/args/pattern.ts';
import type { Config } from '../cli/config/config.ts';
import { UsageError } from '../cli/core/errors.ts';
import { webAddress } from '../cli/core/web-address.ts';
import { readAccountFiles } from '../cli/files/account-files.ts';
import { constructSources, objectKeys, withSources } from '../cli/files/assembly-files.ts';
import { deployedStacks, readStackNames } from '../cli/files/stack-names.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import {
  type CloudAssemblies,
  DEFAULT_OPTIONS,
  type Document,
  declaredParameters,
  lint,
  type Options,
  type Report,
  validateParameters,
} from '../index.ts';
import { conceal } from '../report/conceal.ts';
import type { AppTemplate } from './app-templates.ts';
import type { EcsExecLintOptions } from './options.ts';

/** How the templates of an app are judged. */
export interface AppQuestion {
  readonly config: Config;
  readonly options: EcsExecLintOptions;
  readonly assemblies: CloudAssemblies;
  readonly cwd: string;
  /** Takes what there is to say beside the report. */
  readonly note: (said: Sentence) => void;
}

/** Judges the templates of an app as one system, with the ignores that are given, and tells of those that are validated. */
export function judgeApp(
  templates: readonly AppTemplate[],
  { config, options, assemblies, cwd, note }: AppQuestion,
): (ignores: Options['ignores']) => Report {
  const { only = [], skip = [], pedantic = false, respectIgnores = true, parameters = {} } = options;
  const documents = templates.map(each => each.document);
  const inputs = templates.map(each => each.input);
  const { settings } = DEFAULT_OPTIONS;
  const common: Options = {
    settings: { ...settings, ...config.logging, exec: config.exec ?? settings.exec },
    only,
    skip: [...skip, ...config.off.filter(id => !only.includes(id))],
    severities: config.severities,
    pedantic,
    rulePages: config.rulePages && webAddress(config.rulePages),
    respectIgnores,
    parameters: parametersOf(config, parameters, documents),
    account: accountOf(config, cwd, note),
    deployedStacks: deployedStacks(inputs, assemblies, readStackNames([], config, cwd)),
    objectKeys: objectKeys(assemblies, inputs),
    constructs: constructSources(assemblies, inputs),
    ignores: undefined,
  };
  const validated = new Set(templates.flatMap(each => (each.isValidated ? each.input.name : [])));
  return ignores => {
    const report = withSources(conceal(lint(documents, { ...common, ignores })), assemblies, inputs);
    return {
      ...report,
      notAnalyzed: report.notAnalyzed.filter(each => validated.has(each)),
      findings: report.findings.filter(each => validated.has(each.file)),
      services: report.services
        .filter(each => validated.has(each.file))
        .map(each => ({ ...each, checks: each.checks.filter(({ id }) => isReported(id, common)) })),
    };
  };
}

function isReported(ruleId: string, { only, skip }: Options): boolean {
  return (only.length === 0 || only.includes(ruleId)) && !skip.includes(ruleId);
}

function accountOf(
  { account, accountMaxAge }: Config,
  cwd: string,
  note: AppQuestion['note'],
): Options['account'] {
  if (account.length === 0) return undefined;
  const maxAge = accountMaxAge === undefined ? undefined : Number(accountMaxAge);
  const read = readAccountFiles({ paths: account, maxAge, areNamed: false }, cwd);
  for (const each of read.notes) note(each);
  return read.account;
}

/** A configuration file is for many apps, and none has to declare all of its parameters. */
function parametersOf(
  config: Config,
  own: NonNullable<EcsExecLintOptions['parameters']>,
  documents: readonly Document[],
): Options['parameters'] {
  const declared = declaredParameters(documents);
  const configured = Object.entries(config.parameters).filter(([name]) => declared.has(name));
  const given = Object.entries(own).map(([name, value]) => [name, String(value)]);
  const all = Object.fromEntries([...configured, ...given]);
  const errors = validateParameters(all, documents, fits);
  if (errors.length > 0) throw new UsageError(errors, say``);
  return all;
}
