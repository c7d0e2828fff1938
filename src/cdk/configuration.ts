import { resolve } from 'node:path';
import { knownRule } from '../cli/args/rule-names.ts';
import { type Config, NO_CONFIG } from '../cli/config/config.ts';
import { problemsIn } from '../cli/config/config-problems.ts';
import { configIn } from '../cli/config/config-values.ts';
import { readConfig } from '../cli/config/read-config.ts';
import { configSchema } from '../cli/config/schema.ts';
import { UsageError } from '../cli/core/errors.ts';
import { display } from '../cli/core/paths.ts';
import { candidates } from '../cli/files/find-config.ts';
import { say } from '../i18n/sentence.ts';
import { type Document, parse, rules } from '../index.ts';
import type { EcsExecLintOptions } from './options.ts';

/** The options of the plugin that the configuration file has as well. */
export type Settings = Omit<
  EcsExecLintOptions,
  'config' | 'only' | 'skip' | 'pedantic' | 'respectIgnores' | 'lang'
>;

const NAME = 'EcsExecLint';

/** Reads settings as a configuration file is read. Throws a `UsageError` for what it would not take either. */
export function readSettings({ failOn, ...settings }: Settings): Document {
  const document = parse(NAME, JSON.stringify(failOn === 'never' ? settings : { failOn, ...settings }));
  const wrong = problemsIn(document.root, configSchema(rules), say`A configuration`);
  if (wrong.length > 0)
    throw new UsageError(
      wrong.map(({ message }) => say`${NAME}: ${message}`),
      say``,
    );
  return document;
}

/** Ids of rules that an option names. Throws a `UsageError` where there is no such rule. */
export function readRuleNames(names: readonly string[]): readonly string[] {
  return names.map(knownRule);
}

/** The configuration of a project: its file, as the command line finds it, under the settings of the plugin. */
export function configurationIn(
  cwd: string,
  named: EcsExecLintOptions['config'],
  { root }: Document,
): Config {
  const file = named === false ? undefined : readConfig(named, cwd, { rules, parse });
  const foreign = named === undefined ? candidates(cwd).foreign : [];
  return {
    ...merged(file ?? NO_CONFIG, configIn(root, NAME, resolve(cwd, NAME), cwd)),
    foreign: foreign.map(each => display(each, cwd)),
  };
}

/** Parameters and patterns stay apart: they mean something else where they are written. */
function merged(file: Config, own: Config): Config {
  const hasIgnores = file.ignored !== undefined || own.ignored !== undefined;
  const account = own.account.length > 0 ? own : file;
  return {
    ...file,
    exec: own.exec ?? file.exec,
    off: [...own.off, ...file.off.filter(id => own.severities[id] === undefined)],
    severities: { ...file.severities, ...own.severities },
    ignored: hasIgnores ? subject => own.ignored?.(subject) ?? file.ignored?.(subject) : undefined,
    logging: { ...file.logging, ...own.logging },
    stackNames: { ...stackNamesOf(file), ...stackNamesOf(own) },
    account: account.account.map(each => resolve(account.folder, each)),
    accountMaxAge: own.accountMaxAge ?? file.accountMaxAge,
    rulePages: own.rulePages ?? file.rulePages,
    failOn: own.failOn ?? file.failOn,
    maxWarnings: own.maxWarnings ?? file.maxWarnings,
  };
}

function stackNamesOf({ stackNames, folder }: Config): Config['stackNames'] {
  return Object.fromEntries(Object.entries(stackNames).map(([file, name]) => [resolve(folder, file), name]));
}
