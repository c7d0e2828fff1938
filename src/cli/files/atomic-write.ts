import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Said, say } from '../../i18n/sentence.ts';
import { CHANGED, reason } from '../core/errors.ts';
import { type Beginning, readBeginning } from '../core/read-file.ts';
import { removeLeftovers, temporaryName } from './temporary.ts';

/** A file as it was read. */
export interface Original extends Pick<Beginning, 'bytes' | 'identity'> {
  readonly path: string;
  /** Where the path led, through all links. */
  readonly real: string;
}

/**
 * Gives a file a new text, wholly or not at all. What was read before must still be there: the same file at the same
 * place with the same text. A symbolic link stays one, and mode and owner stay as they are. Answers why it was not
 * done, or nothing.
 *
 * Not by the package write-file-atomic: on a full disk it puts half a text in place of the file, and says nothing.
 */
export function atomicWrite(original: Original, after: string): Said | undefined {
  const { real } = original;
  try {
    if (!isUnchanged(original)) return CHANGED;
    const stats = lstatSync(real);
    // Root may write everything, but whoever made a file read-only meant it.
    if ((stats.mode & 0o222) === 0) return say`it is read-only`;
    accessSync(real, constants.W_OK);
    removeLeftovers(dirname(real));
    const beside = writeTemporary(real, stats, after);
    try {
      // As late as can be.
      if (!isUnchanged(original)) return CHANGED;
      renameSync(beside, real);
    } finally {
      rmSync(beside, { force: true });
    }
    return undefined;
  } catch (error) {
    return reason(error);
  }
}

function isUnchanged({ path, real, identity, bytes }: Original): boolean {
  if (realpathSync(path) !== real) return false;
  const now = readBeginning(real);
  return now.identity === identity && now.isAll && now.bytes.equals(bytes);
}

/** Writes a text to a file in the same folder, with the mode and owner of the one whose place it is to take. */
function writeTemporary(path: string, stats: Stats, text: string): string {
  const beside = join(dirname(path), temporaryName());
  const file = openSync(beside, 'wx', 0o600);
  try {
    try {
      writeFileSync(file, text);
      fsyncSync(file);
      keepOwner(file, stats);
      fchmodSync(file, stats.mode);
    } finally {
      closeSync(file);
    }
    return beside;
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Only root can give a file away; a file of somebody else that the group may write becomes the writer's own. */
function keepOwner(file: number, { uid, gid }: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch (error) {
    if (process.getuid?.() === 0) throw error;
  }
}
