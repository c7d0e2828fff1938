import type { Options } from '../../index.ts';
import type { Arguments } from './arguments.ts';

/** How templates are to be judged, as flags and the configuration say. */
export function optionsFrom(
  args: Arguments,
  parameters: Options['parameters'],
  account: Options['account'],
): Options {
  const {
    settings,
    only,
    skip,
    severities,
    pedantic,
    rulePages,
    respectIgnores,
    fixGenerated,
    config,
    outputs,
  } = args;
  return {
    settings,
    only,
    skip,
    severities,
    pedantic,
    rulePages,
    parameters,
    account,
    respectIgnores,
    fixGenerated,
    graph: outputs.some(each => each.format === 'mermaid'),
    ignores: config.ignored,
  };
}
