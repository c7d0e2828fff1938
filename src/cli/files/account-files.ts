import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../../i18n/sentence.ts';
import { type AccountFile, type ReadAccount, readAccount } from '../../index.ts';
import { reason, UsageError } from '../core/errors.ts';
import { absolute, display } from '../core/paths.ts';
import { readBeginning, readNamedBeginning } from '../core/read-file.ts';

/** The roles of a large account take some megabytes. */
const MOST_BYTES = 32_000_000;

/** Where what is deployed is described. */
export interface AccountPaths {
  /** Files and folders. */
  readonly paths: readonly string[];
  /** In days; what was read earlier is doubtful. */
  readonly maxAge: number | undefined;
  /** Somebody named them, and no repository, so that pipes are waited for. */
  readonly areNamed: boolean;
}

/** Reads what is deployed. Throws a `UsageError` unless all of it can be read. */
export function readAccountFiles({ paths, maxAge, areNamed }: AccountPaths, cwd: string): ReadAccount {
  const files = new Map(paths.flatMap(each => pathsOf(absolute(each, cwd), cwd)).map(path => [path, path]));
  const inputs = [...files.keys()].sort().map(path => fileAt(path, cwd, areNamed));
  const read = readAccount(inputs, {
    now: Date.now(),
    ...(maxAge !== undefined && { maxAgeDays: maxAge }),
  });
  if (read.problems.length > 0) throw new UsageError(read.problems, say``);
  return read;
}

/** A file, or the JSON files below a folder. */
function pathsOf(path: string, cwd: string): readonly string[] {
  const name = display(path, cwd);
  try {
    if (!statSync(path).isDirectory()) return [path];
    const found = readdirSync(path, { recursive: true, withFileTypes: true }).filter(
      each => each.isFile() && /\.json$/i.test(each.name),
    );
    if (found.length === 0) throw new UsageError(say`${name}: there is no JSON file in this folder.`, say``);
    return found.map(each => join(each.parentPath, each.name));
  } catch (error) {
    throw failure(name, error);
  }
}

function fileAt(path: string, cwd: string, isNamed: boolean): AccountFile {
  const name = display(path, cwd);
  try {
    const { bytes, isAll } = isNamed
      ? readNamedBeginning(path, MOST_BYTES)
      : readBeginning(realpathSync(path), MOST_BYTES);
    if (!isAll) throw new UsageError(say`${name}: it is larger than 32 MB.`, say``);
    return { file: name, text: decoded(bytes), modified: statSync(path).mtimeMs };
  } catch (error) {
    throw failure(name, error);
  }
}

/** What Windows PowerShell redirects into a file is UTF-16. */
function decoded(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
}

function failure(name: string, error: unknown): unknown {
  return error instanceof UsageError ? error : new UsageError(say`${name}: ${reason(error)}.`, say``);
}
