import type { Options } from '../../index.ts';
import type { Arguments } from './arguments.ts';

/** How templates are to be judged, as flags and the configuration say. */
export function optionsFrom(
  args: Arguments,
  parameters: Options['parameters'],
  account: Options['account'],
): Options {
  return {
    settings: args.settings,
    only: args.only,
    skip: args.skip,
    severities: args.severities,
    pedantic: args.pedantic,
    rulePages: args.rulePages,
    parameters,
    account,
    respectIgnores: args.respectIgnores,
    fixGenerated: args.fixGenerated,
    graph: args.outputs.some(each => each.format === 'mermaid'),
    ignores: args.config.ignored,
  };
}
