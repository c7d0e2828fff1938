import type { Options, Rule, Settings, Severity } from '../../index.ts';
import { escapeControlsInJson } from '../../report/escape-output.ts';
import type { Config } from './config.ts';

/** What flags and the configuration say, as far as a configuration can say it. */
export interface Configured {
  readonly config: Pick<Config, 'ignores' | 'parameters' | 'ignorePatterns'>;
  readonly account: { readonly paths: readonly string[]; readonly maxAge: number | undefined };
  readonly settings: Settings;
  readonly skip: readonly string[];
  readonly severities: Readonly<Record<string, Severity>>;
  readonly baseline: { readonly path: string } | undefined;
  readonly ignorePatterns: readonly string[];
  readonly outputs: readonly { readonly format: string; readonly file: string | undefined }[];
  readonly rulePages: string | undefined;
  readonly failOn: Severity;
  readonly maxWarnings: number;
}

/** What counts, flags included, as a configuration file that says all of it. */
export function printConfig(
  args: Configured,
  rules: readonly Rule[],
  parameters: Options['parameters'],
  stackNames: Readonly<Record<string, string>>,
): string {
  const { config, settings, skip, severities, failOn, maxWarnings, outputs } = args;
  const { exec, logDestination: destination, ...logging } = settings;
  const content = {
    exec,
    rules: Object.fromEntries(
      rules.map(({ id, severity }) => [id, skip.includes(id) ? 'off' : (severities[id] ?? severity)]),
    ),
    ignores: config.ignores.map(({ rules: ids, files, resources, reason }) => ({
      rules: ids,
      ...(files.length > 0 && { files }),
      ...(resources.length > 0 && { resources }),
      reason,
    })),
    logging: { destination, ...logging },
    parameters: { ...config.parameters, ...parameters },
    ...(Object.keys(stackNames).length > 0 && { stackNames }),
    ...(args.account.paths.length > 0 && { account: args.account.paths }),
    ...(args.account.maxAge !== undefined && { accountMaxAge: args.account.maxAge }),
    ...(args.baseline && { baseline: args.baseline.path }),
    ignorePatterns: [...config.ignorePatterns, ...args.ignorePatterns],
    format: outputs.map(({ format, file }) => (file === undefined ? format : `${format}=${file}`)),
    ...(args.rulePages !== undefined && { rulePages: args.rulePages }),
    failOn,
    ...(Number.isFinite(maxWarnings) && { maxWarnings }),
  };
  return `${escapeControlsInJson(JSON.stringify(content, null, 2))}\n`;
}
