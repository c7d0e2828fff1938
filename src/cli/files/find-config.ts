import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { say } from '../../i18n/sentence.ts';
import { UsageError } from '../core/errors.ts';
import { display, leadsOut } from '../core/paths.ts';
import { readFound } from '../core/read-file.ts';
import { repositoryOf } from '../core/repository.ts';
import { isForeign } from './file-owner.ts';

export const NAMES: readonly string[] = ['.ecs-exec-lint.yml', '.ecs-exec-lint.yaml', '.ecs-exec-lint.json'];

/** The key of `package.json` that may hold the configuration too. */
export const KEY = 'ecs-exec-lint';

/** The files that may be the configuration. */
export interface Candidates {
  /** The nearest first. */
  readonly own: readonly string[];
  /** Nearer ones of other users, which do not apply. */
  readonly foreign: readonly string[];
}

/**
 * The files that may be the configuration: from the current directory up to the root of its repository. Outside of a
 * repository only the current directory counts, since others may write above it.
 */
export function candidates(cwd: string): Candidates {
  const root = repositoryOf(cwd) ?? cwd;
  const own: string[] = [];
  const foreign: string[] = [];
  for (let folder = cwd; ; folder = dirname(folder)) {
    const found = inFolder(folder, root).map(path => ({ path, isOwn: !isForeign(path, cwd) }));
    if (own.length === 0) foreign.push(...found.flatMap(({ path, isOwn }) => (isOwn ? [] : [path])));
    own.push(...found.flatMap(({ path, isOwn }) => (isOwn ? [path] : [])));
    rejectDoubtful(
      own.filter(path => dirname(path) === folder),
      root,
      cwd,
    );
    if (folder === root || folder === dirname(folder)) return { own, foreign };
  }
}

function inFolder(folder: string, root: string): readonly string[] {
  const files = NAMES.map(name => join(folder, name)).filter(path => existsSync(path));
  const manifest = join(folder, 'package.json');
  return !leadsOut(manifest, root) && mayHold(manifest) ? [...files, manifest] : files;
}

/** A `package.json` may stand beside another one, which then counts. */
function rejectDoubtful(found: readonly string[], root: string, cwd: string): void {
  const [one, other] = found.filter(path => NAMES.includes(basename(path)));
  if (one !== undefined && other !== undefined)
    throw new UsageError(
      say`There are two configuration files: ${display(one, cwd)} and ${display(other, cwd)}.`,
      say`Keep one, or choose one with --config.`,
    );
  if (one !== undefined && leadsOut(one, root))
    throw new UsageError(
      say`${display(one, cwd)}: this is a link to a file elsewhere.`,
      say`Name the file that it leads to with --config.`,
    );
}

/** Most have no configuration in them, and need not be parsed to see that; one that cannot be read has none either. */
function mayHold(manifest: string): boolean {
  try {
    return /"ecs-exec-lint"\s*:\s*\{/.test(readFound(manifest));
  } catch {
    return false;
  }
}
