import { realpathSync, statSync } from 'node:fs';
import { codeOf, reason } from './failure.ts';
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
  readonly problems: readonly string[];
}

/** The files that the arguments name; without arguments, those below the current folder. */
export async function findInputs(given: readonly string[], cwd: string, stdinName: string): Promise<Inputs> {
  const files = new Map<string, Input>();
  const problems: string[] = [];
  const add = (path: string, isNamed: boolean): void => {
    const key = realpathSync(path);
    if (isNamed || !files.has(key)) files.set(key, { name: display(path, cwd), path, isNamed });
  };
  for (const input of new Set(given.length === 0 ? ['.'] : given)) {
    if (input === '-') files.set('-', { name: stdinName, path: undefined, isNamed: true });
    else {
      const problem = await find(input, cwd, add);
      if (problem !== undefined) problems.push(problem);
    }
  }
  return { files: [...files.values()].sort(byName), problems };
}

type Add = (path: string, isNamed: boolean) => void;

async function find(input: string, cwd: string, add: Add): Promise<string | undefined> {
  const path = absolute(input, cwd);
  try {
    const isFolder = statSync(path).isDirectory();
    if (!isFolder) add(path, true);
    return isFolder ? await findBelow(path, cwd, add) : undefined;
  } catch (error) {
    const { isPattern, matching } = await import('./discover.ts');
    if (codeOf(error) !== 'ENOENT' || !isPattern(input)) return `${display(path, cwd)}: ${reason(error)}.`;
    const found = matching(input, cwd);
    for (const each of found) add(each, false);
    return found.length === 0 ? `No file matches \`${input}\`.` : undefined;
  }
}

async function findBelow(folder: string, cwd: string, add: Add): Promise<string | undefined> {
  const { below } = await import('./discover.ts');
  const found = below(folder);
  for (const each of found) add(each, false);
  const where = folder === cwd ? 'the current folder' : display(folder, cwd);
  return found.length === 0 ? `There is no template below ${where}.` : undefined;
}
