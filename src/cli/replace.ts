import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Said, say } from '../lang/sentence.ts';
import { reason } from './failure.ts';

/**
 * Gives a file a new text, wholly or not at all. What was read before must still be there; a symbolic link stays one,
 * and mode and owner stay as they are. Answers why it was not done, or nothing.
 *
 * Not by the package write-file-atomic: on a full disk it puts half a text in place of the file, and says nothing.
 */
export function replace(path: string, before: Buffer, after: string): Said | undefined {
  try {
    const real = realpathSync(path);
    const stats = statSync(real);
    // Root may write everything, but whoever made a file read-only meant it.
    if ((stats.mode & 0o222) === 0) return say`it is read-only`;
    accessSync(real, constants.W_OK);
    if (!readFileSync(real).equals(before)) return say`it was changed by something else in the meantime`;
    swap(real, stats, after);
    return undefined;
  } catch (error) {
    return reason(error);
  }
}

function swap(path: string, stats: Stats, text: string): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const file = openSync(beside, 'wx', 0o600);
  try {
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    keepOwner(beside, stats);
    chmodSync(beside, stats.mode);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Only root can give a file away; a file of somebody else that the group may write becomes the writer's own. */
function keepOwner(path: string, { uid, gid }: Stats): void {
  try {
    chownSync(path, uid, gid);
  } catch (error) {
    if (process.getuid?.() === 0) throw error;
  }
}
