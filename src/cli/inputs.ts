import { realpathSync, statSync } from 'node:fs';
import { type Sentence, say } from '../lang/sentence.ts';
import type { Arguments } from './arguments.ts';
import type { Limits } from './discover.ts';
import { codeOf, reason } from './failure.ts';
import { isMistake } from './mistake.ts';
import { absolute, byName, display } from './paths.ts';

/** A file to be read. */
export interface Input {
  /** How it is called in reports. */
  readonly name: string;
  /** Nothing for standard input. */
  readonly path: string | undefined;
  /** Given by name, not found in a folder or by a pattern. */
  readonly isNamed: boolean;
}

export interface Inputs {
  readonly files: readonly Input[];
  /** Complete sentences about what could not be found. */
  readonly problems: readonly Sentence[];
  /** How links are called that were come across and not followed. */
  readonly outside: readonly string[];
}

/** The files that the arguments name; without arguments, those below the current folder. */
export async function findInputs(given: Arguments, cwd: string): Promise<Inputs> {
  const files = new Map<string, Input>();
  const problems: Sentence[] = [];
  const outside = new Set<string>();
  for (const input of new Set(given.inputs.length === 0 ? ['.'] : given.inputs)) {
    if (input === '-') {
      files.set('-', { name: given.stdinName, path: undefined, isNamed: true });
      continue;
    }
    const found = await find(input, cwd, given);
    problems.push(...found.problems);
    for (const path of found.outside) outside.add(display(path, cwd));
    for (const { path, isNamed } of found.paths) {
      const key = realPath(path);
      if (isNamed || !files.has(key)) files.set(key, { name: display(path, cwd), path, isNamed });
    }
  }
  return { files: [...files.values()].sort(byName), problems, outside: [...outside].sort() };
}

/** What is gone by now is missed when it is read. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

interface Found {
  readonly paths: readonly { readonly path: string; readonly isNamed: boolean }[];
  readonly problems: readonly Sentence[];
  readonly outside: readonly string[];
}

async function find(input: string, cwd: string, given: Arguments): Promise<Found> {
  const path = absolute(input, cwd);
  try {
    return statSync(path).isDirectory()
      ? await findBelow(path, cwd, given)
      : { paths: [{ path, isNamed: true }], problems: [], outside: [] };
  } catch (error) {
    if (isMistake(error)) throw error;
    const { isPattern, matching } = await import('./discover.ts');
    if (codeOf(error) !== 'ENOENT' || !isPattern(input))
      return { paths: [], problems: [say`${display(path, cwd)}: ${reason(error)}.`], outside: [] };
    const { files, outside } = matching(input, cwd, limits(given, cwd));
    return {
      paths: files.map(discovered),
      outside,
      problems: files.length > 0 || given.mayMatchNothing ? [] : [say`No file matches \`${input}\`.`],
    };
  }
}

async function findBelow(folder: string, cwd: string, given: Arguments): Promise<Found> {
  const { below } = await import('./discover.ts');
  const { files, outside, closed } = below(folder, limits(given, cwd));
  const problems = [...closed].map(([at, why]) => say`${display(at, cwd)}: ${reason(why)}.`);
  const where = folder === cwd ? say`the current folder` : display(folder, cwd);
  if (files.length === 0 && problems.length === 0 && !given.mayMatchNothing)
    problems.push(say`There is no template below ${where}.`);
  return { paths: files.map(discovered), problems, outside };
}

/** What is not to be discovered. */
export function limits({ heedsGitIgnore, ignorePatterns, config }: Arguments, cwd: string): Limits {
  const all = [
    { folder: cwd, patterns: ignorePatterns, where: '--ignore-pattern' },
    { folder: config.folder, patterns: config.ignorePatterns, where: config.name ?? '' },
  ];
  return { heedsGitIgnore, patterns: all.filter(each => each.patterns.length > 0) };
}

function discovered(path: string): Found['paths'][number] {
  return { path, isNamed: false };
}
