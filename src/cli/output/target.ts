import { accessSync, type BigIntStats, constants, lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { type Said, say } from '../../i18n/sentence.ts';
import { codeOf, isUsageError, reason, UsageError } from '../core/errors.ts';
import { type Identity, identityOf } from '../core/identity.ts';
import { display } from '../core/paths.ts';

/** Where a report goes, as it was found before anything was written. */
export type Target =
  | { readonly is: 'stream'; readonly descriptor: 1 | 2 }
  /** A pipe or a device, which nothing can be overwritten in. */
  | { readonly is: 'device'; readonly path: string; readonly identity: Identity }
  /** Nothing is there yet; folders may be missing too. */
  | { readonly is: 'new'; readonly path: string }
  | { readonly is: 'file'; readonly path: string; readonly identity: Identity };

/** What is at the end of a path that a report is to go to. Throws a `UsageError` where none can. */
export function findTarget(file: string, cwd: string): Target {
  const path = resolve(cwd, file);
  try {
    const descriptor = STREAMS[path];
    if (descriptor) return { is: 'stream', descriptor };
    if (file.endsWith('/') || file.endsWith(sep)) throw refusal(file, FOLDER);
    const stats = statsAt(path);
    if (!stats) return newFile(file, path, cwd);
    if (!stats.isSymbolicLink()) return existing(file, path, stats);
    if (DESCRIPTOR.test(path)) return existing(file, path, statSync(path, { bigint: true }));
    // Who makes a repository could have another file written to by it.
    throw refusal(file, say`it is a link to another file`);
  } catch (error) {
    throw isUsageError(error) ? error : refusal(file, reason(error));
  }
}

/** Why a report is not written. */
export function refusal(file: string, why: Said): UsageError {
  return new UsageError(say`${file}: no report was written: ${why}.`, say``);
}

const FOLDER = say`it is a directory`;

const STREAMS: Readonly<Record<string, 1 | 2>> = {
  '/dev/stdout': 1,
  '/dev/fd/1': 1,
  '/proc/self/fd/1': 1,
  '/dev/stderr': 2,
  '/dev/fd/2': 2,
  '/proc/self/fd/2': 2,
};

/** What a shell has opened. Such a link is made by the system, and by nobody else. */
const DESCRIPTOR = /^\/(?:dev|proc\/self)\/fd\/\d+$/;

function existing(file: string, path: string, stats: BigIntStats): Target {
  const identity = identityOf(stats);
  if (stats.isFIFO() || stats.isCharacterDevice()) return { is: 'device', path, identity };
  if (stats.isDirectory()) throw refusal(file, FOLDER);
  if (!stats.isFile()) throw refusal(file, say`it is not a regular file`);
  if ((stats.mode & 0o222n) === 0n) throw refusal(file, say`it is read-only`);
  accessSync(path, constants.W_OK);
  const real = DESCRIPTOR.test(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));
  return { is: 'file', path: real, identity };
}

/** Nothing where nothing is: a file, where there is to be a folder, is told of by itself. */
function statsAt(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

function newFile(file: string, path: string, cwd: string): Target {
  const missing = [basename(path)];
  let folder = dirname(path);
  while (!statsAt(folder) && folder !== dirname(folder)) {
    missing.unshift(basename(folder));
    folder = dirname(folder);
  }
  const real = realpathSync(folder);
  if (!statSync(real).isDirectory()) throw refusal(file, say`${display(folder, cwd)} is not a folder`);
  accessSync(real, constants.W_OK | constants.X_OK);
  return { is: 'new', path: join(real, ...missing) };
}
