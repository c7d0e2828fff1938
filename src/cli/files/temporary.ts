import { randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../core/errors.ts';

/** The name of a temporary file: it says which process writes it. */
export function temporaryName(): string {
  return `.ecs-exec-lint-${process.pid}-${randomBytes(8).toString('hex')}.tmp`;
}

/** Nobody gives a file of their own such a name. */
const NAME = /^\.ecs-exec-lint-(\d{1,10})-[0-9a-f]{16}\.tmp$/;

/** A younger one may belong to a run in another container, whose processes cannot be seen from here. */
const MINUTE = 60_000;

/** Removes the temporary files in a folder of runs that were killed while they wrote. What cannot be removed stays. */
export function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, pid] = NAME.exec(name) ?? [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    try {
      if (isLeftover(join(folder, name))) rmSync(join(folder, name));
    } catch {}
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isLeftover(path: string): boolean {
  const stats = lstatSync(path);
  const isOwn = process.getuid === undefined || process.getuid() === stats.uid;
  return stats.isFile() && isOwn && Date.now() - stats.mtimeMs > MINUTE;
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
