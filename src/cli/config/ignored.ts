import { resolve } from 'node:path';
import type { Options } from '../../index.ts';
import { LeftOut } from '../left-out.ts';
import type { ConfiguredIgnore } from './config.ts';

/** Why something is left out by the configuration. */
export function ignoredBy(
  ignores: readonly ConfiguredIgnore[],
  folder: string,
  cwd: string,
): Options['ignores'] {
  if (ignores.length === 0) return undefined;
  const matchers = ignores.map(each => ({ ...each, matcher: new LeftOut(folder, each.files) }));
  return ({ ruleId, file, resource }) => {
    const found = matchers.find(
      ({ rules, files, matcher, resources }) =>
        rules.includes(ruleId) &&
        (files.length === 0 || matcher.ignores(resolve(cwd, file))) &&
        (resources.length === 0 || resources.some(each => fits(each, resource))),
    );
    return found?.reason;
  };
}

function fits(pattern: string, resource: string | undefined): boolean {
  if (resource === undefined) return false;
  const source = pattern
    .replace(/[\\^$.+()[\]{}|]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 's').test(resource);
}
