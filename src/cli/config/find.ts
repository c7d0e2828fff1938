import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { say } from '../../lang/sentence.ts';
import { Mistake } from '../mistake.ts';
import { readFound } from '../ordinary.ts';
import { display, leadsOut, repositoryOf } from '../paths.ts';

export const NAMES: readonly string[] = ['.ecs-exec-lint.yml', '.ecs-exec-lint.yaml', '.ecs-exec-lint.json'];

/** The key of `package.json` that may hold the configuration too. */
export const KEY = 'ecs-exec-lint';

/**
 * The files that may be the configuration, the nearest first: from the current folder up to the root of its repository.
 * Outside of a repository only the current folder counts, since others may write above it.
 */
export function candidates(cwd: string): readonly string[] {
  const root = repositoryOf(cwd) ?? cwd;
  const found: string[] = [];
  for (let folder = cwd; ; folder = dirname(folder)) {
    const own = NAMES.map(name => join(folder, name)).filter(path => existsSync(path));
    const [one, other] = own;
    if (one !== undefined && other !== undefined)
      throw new Mistake(
        say`There are two configuration files: ${display(one, cwd)} and ${display(other, cwd)}.`,
        say`Keep one, or name it with --config.`,
      );
    const manifest = join(folder, 'package.json');
    if (one !== undefined && leadsOut(one, root))
      throw new Mistake(
        say`${display(one, cwd)}: this is a link that leads elsewhere.`,
        say`Name with --config where it leads to.`,
      );
    const isOne = !leadsOut(manifest, root) && mayHold(manifest);
    found.push(...own, ...(isOne ? [manifest] : []));
    if (folder === root || folder === dirname(folder)) return found;
  }
}

/** Most have no configuration in them, and need not be parsed to see that; one that cannot be read has none either. */
function mayHold(manifest: string): boolean {
  try {
    return /"ecs-exec-lint"\s*:\s*\{/.test(readFound(manifest));
  } catch {
    return false;
  }
}
