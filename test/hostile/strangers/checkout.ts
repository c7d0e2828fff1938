import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BROUGHT, type Trap } from './brought.ts';

/** A repository with all that a pull request may bring, and what is beside it. */
export interface Checkout {
  /** The folder around it, with what is nobody else's. */
  readonly above: string;
  readonly cwd: string;
  /** Answers which programs of the pull request have been run since the last time, by the names of what was brought. */
  readonly takeMarks: () => readonly string[];
}

const AUTHOR = ['-c', 'user.name=Stranger', '-c', 'user.email=stranger@example.com'];

export function checkOut(registry: string): Checkout {
  const above = realpathSync(mkdtempSync(join(tmpdir(), 'ecs-exec-lint-')));
  const cwd = join(above, 'checkout');
  const owned = join(above, 'owned');
  mkdirSync(cwd);
  git(cwd, 'init', '--quiet');
  for (const { name, files } of BROUGHT)
    for (const [path, content] of Object.entries(files?.(trap(name, owned), registry) ?? {}))
      write(join(cwd, path), content);
  git(cwd, 'add', '--force', '--all', '--', '.', ':!module', ':!vendor');
  git(cwd, ...AUTHOR, 'commit', '--quiet', '--message', 'Add everything');
  for (const { prepare } of BROUGHT) prepare?.(cwd);
  return { above, cwd, takeMarks: () => takeMarks(owned) };
}

function takeMarks(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  const marks = readFileSync(file, 'utf8').trimEnd().split('\n');
  rmSync(file);
  return [...new Set(marks)];
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  chmodSync(path, 0o755);
}

function trap(name: string, owned: string): Trap {
  const mark = `${name}\n`;
  return {
    sh: `#!/bin/sh\ncat >>'${owned}' <<'END'\n${mark}END\n`,
    js: `#!/usr/bin/env node\nprocess.getBuiltinModule('node:fs').appendFileSync(${JSON.stringify(owned)}, ${JSON.stringify(mark)});\n`,
  };
}

function git(cwd: string, ...args: readonly string[]): void {
  const env = { PATH: process.env.PATH ?? '', HOME: dirname(cwd), GIT_CONFIG_NOSYSTEM: '1' };
  const { status, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8', env });
  if (status !== 0) throw new Error(stderr);
}
