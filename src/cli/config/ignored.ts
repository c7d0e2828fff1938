import { resolve } from 'node:path';
import type { Options } from '../../index.ts';
import { matches } from '../../util/wildcard.ts';
import { IgnorePatterns } from '../files/ignore-patterns.ts';
import type { ConfiguredIgnore } from './config.ts';

/** Why something is left out by the configuration of this name. */
export function ignoredBy(
  ignores: readonly ConfiguredIgnore[],
  name: string,
  folder: string,
  cwd: string,
): Options['ignores'] {
  if (ignores.length === 0) return undefined;
  const matchers = ignores.map(each => ({ ...each, matcher: new IgnorePatterns(folder, each.files, name) }));
  return ({ ruleId, file, resource }) => {
    const found = matchers.find(
      ({ rules, files, matcher, resources }) =>
        rules.includes(ruleId) &&
        (files.length === 0 || matcher.ignores(resolve(cwd, file))) &&
        (resources.length === 0 || resources.some(each => resource !== undefined && matches(each, resource))),
    );
    return found?.reason;
  };
}
