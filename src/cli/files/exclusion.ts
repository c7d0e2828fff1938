import { basename, join, relative, sep } from 'node:path';
import type { UncheckedFile } from '../../index.ts';
import { gitAround, repositoryOf } from '../core/repository.ts';
import { GitIgnore } from './gitignore.ts';
import { IgnorePatterns } from './ignore-patterns.ts';
import { Tracked } from './tracked.ts';

/** What is not to be discovered. */
export interface Limits {
  readonly heedsGitIgnore: boolean;
  /** Patterns as in `.gitignore`, each from the folder that it is written in. */
  readonly patterns: readonly {
    readonly folder: string;
    readonly patterns: readonly string[];
    /** What to call the place that they are written in. */
    readonly where: string;
  }[];
}

/** Why something is left out. */
export type Excluded = Pick<UncheckedFile, 'reason' | 'by'>;

/** What of a folder is not to be discovered, and why. */
export class Exclusion {
  readonly #folder: string;
  readonly #git: GitIgnore | undefined;
  readonly #tracked: Tracked | undefined;
  readonly #patterns: readonly { readonly patterns: IgnorePatterns; readonly where: string }[];

  constructor(folder: string, { heedsGitIgnore, patterns }: Limits) {
    const git = gitAround(folder);
    this.#folder = folder;
    this.#git = heedsGitIgnore ? new GitIgnore(folder, repositoryOf(folder)) : undefined;
    this.#tracked = git === undefined ? undefined : new Tracked(git);
    this.#patterns = patterns.map(({ where, ...each }) => {
      return { patterns: new IgnorePatterns(each.folder, each.patterns, where), where };
    });
  }

  /** Why a file is left out that is in no folder that is. */
  ofFile(path: string): Excluded | undefined {
    return this.#byPattern(path, false) ?? this.#byGit(path, false);
  }

  /** Why a folder is left out with all that is in it. Whatever git tracks is not ignored, and not hidden. */
  ofFolder(path: string): Excluded | undefined {
    const excluded = this.#byPattern(path, true) ?? this.#byGit(path, true);
    return excluded ?? (this.#isHidden(path) ? { reason: 'hidden', by: undefined } : undefined);
  }

  /** Whether a file is left out itself, or a folder that it is in. */
  leavesOut(path: string): boolean {
    const parts = relative(this.#folder, path).split(sep);
    if (parts[0] === '..') return true;
    const folders = parts.slice(0, -1).map((_, i) => join(this.#folder, ...parts.slice(0, i + 1)));
    return folders.some(each => this.ofFolder(each)) || this.ofFile(path) !== undefined;
  }

  /** Why a pattern that somebody wrote leaves out a folder, or one that it is in. */
  byPattern(folder: string): Excluded | undefined {
    const parts = relative(this.#folder, folder).split(sep);
    const folders = parts.map((_, i) => join(this.#folder, ...parts.slice(0, i + 1)));
    return folders.map(each => this.#byPattern(each, true)).find(each => each !== undefined);
  }

  #byPattern(path: string, isFolder: boolean): Excluded | undefined {
    const found = this.#patterns.find(({ patterns }) => patterns.ignores(path, isFolder));
    return found && { reason: 'excluded', by: found.where };
  }

  #byGit(path: string, isFolder: boolean): Excluded | undefined {
    const by = this.#git?.ignoredBy(path, isFolder);
    if (by === undefined) return undefined;
    if (!this.#tracked || this.#tracked.isKnown)
      return this.#isTracked(path, isFolder) ? undefined : { reason: 'gitignore', by };
    return { reason: 'maybe-tracked', by };
  }

  #isTracked(path: string, isFolder: boolean): boolean {
    return (isFolder ? this.#tracked?.hasBelow(path) : this.#tracked?.has(path)) ?? false;
  }

  #isHidden(path: string): boolean {
    const name = basename(path);
    if (name === '.git' || name === 'node_modules') return true;
    return name.startsWith('.') && !this.#isTracked(path, true);
  }
}
