import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { CLI, folder, type Run, run } from './harness.ts';

/** The user `nobody`. Root may read and write everything, so that a test of permissions runs as somebody else. */
const NOBODY: { readonly uid?: number } = process.getuid?.() === 0 ? { uid: 65534 } : {};

/**
 * Whether permissions keep anybody from anything here: they do not on Windows, nor where nobody else can run Node.js.
 */
export const PERMISSIONS_HOLD: boolean =
  process.getuid !== undefined &&
  spawnSync(process.execPath, ['-e', '0'], { ...NOBODY, cwd: tmpdir() }).status === 0;

if (!PERMISSIONS_HOLD)
  console.warn('SKIPPED: no user without privileges can run Node.js here, so permissions were not tried.');

/** Takes permissions from a file or folder until the test ends, and lets others into the folder that it is in. */
export function restrict(path: string, mode: number): void {
  const before = statSync(path).mode;
  chmodSync(path, mode);
  chmodSync(dirname(path), 0o755);
  onTestFinished(() => chmodSync(path, before));
}

/** Runs the command line as a user whom permissions keep out. */
export function runUnprivileged(cwd: string, args: readonly string[]): Run {
  return NOBODY.uid === undefined ? run(cwd, args) : runAs(NOBODY.uid, cwd, args);
}

/** Runs the command line as another user, who may have no access to the clone. Only root can. */
export function runAs(uid: number, cwd: string, args: readonly string[]): Run {
  return run(cwd, args, uid === process.getuid?.() ? {} : { uid, cli: readableCopy() });
}

/** The command line where every user can read it, whoever may enter the clone. */
function readableCopy(): string {
  const copy = folder();
  for (const name of readdirSync(dirname(CLI)).filter(each => each.endsWith('.cjs'))) {
    copyFileSync(join(dirname(CLI), name), join(copy, name));
    chmodSync(join(copy, name), 0o644);
  }
  chmodSync(copy, 0o755);
  return join(copy, 'cli.cjs');
}
