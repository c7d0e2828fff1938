import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Said, say } from '../lang/sentence.ts';
import { codeOf, reason } from './failure.ts';

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
    clearAway(dirname(real));
    const beside = writeBeside(real, stats, after);
    try {
      // As late as can be.
      if (!readFileSync(real).equals(before)) return say`it was changed by something else in the meantime`;
      renameSync(beside, real);
    } finally {
      rmSync(beside, { force: true });
    }
    return undefined;
  } catch (error) {
    return reason(error);
  }
}

/** Writes a text to a file in the same folder, with the mode and owner of the one whose place it is to take. */
function writeBeside(path: string, stats: Stats, text: string): string {
  const random = Math.random().toString(36).slice(2);
  const beside = join(dirname(path), `${MARK}${process.pid}-${random}.tmp`);
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
    return beside;
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** What the files are called whose texts are not in their place yet, before the process that writes them. */
const MARK = '.ecs-exec-lint-';

/** Removes what a run left beside its templates that was killed while it wrote. */
function clearAway(folder: string): void {
  for (const name of readdirSync(folder)) {
    const writer = name.startsWith(MARK) ? Number.parseInt(name.slice(MARK.length), 10) : Number.NaN;
    if (!Number.isNaN(writer) && !isAlive(writer)) rmSync(join(folder, name), { force: true });
  }
}

/** This process itself leaves nothing behind: what has its number is of an earlier one. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
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
