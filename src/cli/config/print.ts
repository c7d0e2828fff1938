import type { Options, Rule } from '../../index.ts';
import { visibleJson } from '../../report/visible.ts';
import type { Arguments } from '../args/arguments.ts';

/** What counts, flags included, as a configuration file that says all of it. */
export function printConfig(
  given: Arguments,
  rules: readonly Rule[],
  parameters: Options['parameters'],
): string {
  const { config, settings, skip, severities, failOn, maxWarnings, outputs } = given;
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
    ignorePatterns: [...config.ignorePatterns, ...given.ignorePatterns],
    format: outputs.map(({ format, file }) => (file === undefined ? format : `${format}=${file}`)),
    failOn,
    ...(Number.isFinite(maxWarnings) && { maxWarnings }),
  };
  return `${visibleJson(JSON.stringify(content, null, 2))}\n`;
}
