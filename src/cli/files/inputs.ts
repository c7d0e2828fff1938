import { realpathSync, statSync } from 'node:fs';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { UncheckedFile } from '../../index.ts';
import { codeOf, isUsageError, reason } from '../core/errors.ts';
import { absolute, byName, display } from '../core/paths.ts';
import type { Limits } from './exclusion.ts';
import { sourceOfBuild } from './sam-build.ts';

/** Which files are asked for, and which are passed over. */
export interface InputOptions {
  /** Paths and patterns; `-` for standard input. */
  readonly inputs: readonly string[];
  readonly stdinName: string;
  readonly mayMatchNothing: boolean;
  readonly heedsGitIgnore: boolean;
  readonly ignorePatterns: readonly string[];
  readonly config: {
    readonly folder: string;
    readonly name: string | undefined;
    readonly ignorePatterns: readonly string[];
  };
}

/** A file to be read. */
export interface Input {
  /** How it is called in reports. */
  readonly name: string;
  /** Nothing for standard input. */
  readonly place: Place | undefined;
  /** Given by name, not found in a folder or by a pattern. */
  readonly isNamed: boolean;
}

/** A path, and where it leads through all links. */
export interface Place {
  readonly path: string;
  readonly real: string;
}

export interface Inputs {
  readonly files: readonly Input[];
  /** Complete sentences about what could not be found. */
  readonly problems: readonly Sentence[];
  /** What was come across and left out. */
  readonly excluded: readonly UncheckedFile[];
  /** Folders in which all is found, whatever git ignores. */
  readonly generated: readonly string[];
}

/** The files that the arguments name; without arguments, those below the current directory. */
export async function findInputs(args: InputOptions, cwd: string): Promise<Inputs> {
  const files = new Map<string, Input>();
  const problems: Sentence[] = [];
  const excluded = new Map<string, UncheckedFile>();
  const generated: string[] = [];
  for (const input of new Set(args.inputs.length === 0 ? ['.'] : args.inputs)) {
    if (input === '-') {
      files.set('-', { name: args.stdinName, place: undefined, isNamed: true });
      continue;
    }
    const found = await find(input, cwd, args);
    problems.push(...found.problems);
    generated.push(...(found.generated ?? []));
    for (const each of found.excluded) excluded.set(each.file, { ...each, file: shown(each.file, cwd) });
    for (const { place, isNamed } of found.places)
      if (isNamed || !files.has(place.real))
        files.set(place.real, { name: display(place.path, cwd), place, isNamed });
  }
  for (const { place } of files.values()) if (place) excluded.delete(place.path);
  for (const [real, { name, place, isNamed }] of files) {
    const source =
      isNamed || !place ? undefined : sourceOfBuild(place.path, path => files.has(placeOf(path).real));
    if (source === undefined) continue;
    files.delete(real);
    excluded.set(name, { file: name, reason: 'built', by: display(source, cwd) });
  }
  return { files: [...files.values()].sort(byName), problems, excluded: [...excluded.values()], generated };
}

function shown(path: string, cwd: string): string {
  return path.endsWith('/') ? `${display(path, cwd)}/` : display(path, cwd);
}

/** What is gone by now is missed when it is read. */
export function placeOf(path: string): Place {
  try {
    return { path, real: realpathSync(path) };
  } catch {
    return { path, real: path };
  }
}

interface Found {
  readonly places: readonly { readonly place: Place; readonly isNamed: boolean }[];
  readonly problems: readonly Sentence[];
  readonly excluded: readonly UncheckedFile[];
  readonly generated?: readonly string[];
}

async function find(input: string, cwd: string, args: InputOptions): Promise<Found> {
  const path = absolute(input, cwd);
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return await findBelow(path, cwd, args);
    // Where a pipe is led to by a link of the system, there is nothing at the end of it.
    const place = stats.isFile() ? placeOf(path) : { path, real: path };
    return { places: [{ place, isNamed: true }], problems: [], excluded: [] };
  } catch (error) {
    if (isUsageError(error)) throw error;
    const { isPattern, matching } = await import('./discover.ts');
    if (codeOf(error) !== 'ENOENT' || !isPattern(input))
      return { places: [], problems: [say`${display(path, cwd)}: ${reason(error)}.`], excluded: [] };
    const { files, excludedFiles: excluded } = matching(input, cwd, limits(args, cwd));
    return {
      places: files.map(discovered),
      excluded,
      problems: files.length > 0 || args.mayMatchNothing ? [] : [say`No file matches \`${input}\`.`],
    };
  }
}

async function findBelow(folder: string, cwd: string, args: InputOptions): Promise<Found> {
  const { below } = await import('./discover.ts');
  const { files, excludedFiles: excluded, closed, generated } = below(folder, limits(args, cwd));
  const problems = [...closed].map(([at, why]) => say`${display(at, cwd)}: ${reason(why)}.`);
  const where = folder === cwd ? say`the current directory` : display(folder, cwd);
  if (files.length === 0 && problems.length === 0 && !args.mayMatchNothing)
    problems.push(say`No CloudFormation templates found in ${where}.`);
  return { places: files.map(discovered), problems, excluded, generated };
}

/** What is not to be discovered. */
export function limits({ heedsGitIgnore, ignorePatterns, config }: InputOptions, cwd: string): Limits {
  const all = [
    { folder: cwd, patterns: ignorePatterns, where: '--ignore-pattern' },
    { folder: config.folder, patterns: config.ignorePatterns, where: config.name ?? '' },
  ];
  return { heedsGitIgnore, patterns: all.filter(each => each.patterns.length > 0) };
}

function discovered(path: string): Found['places'][number] {
  return { place: placeOf(path), isNamed: false };
}
