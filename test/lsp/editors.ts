import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { CLI, folder } from '../cli/harness.ts';

const PAGE: string = readFileSync(join(CLI, '..', '..', 'docs', 'editors.md'), 'utf8');

/** The settings that `docs/editors.md` shows for an editor, by the language they are in. */
export function settingsIn(language: string): string {
  const [, settings] = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(PAGE) ?? [];
  if (settings === undefined) throw new Error(`docs/editors.md has no settings in ${language}.`);
  return settings;
}

/** Whether a program is on this machine; where it is not, that is said. */
export function isInstalled(program: string): boolean {
  const isThere = spawnSync(program, ['--version']).status === 0;
  if (!isThere) console.warn(`SKIPPED: there is no ${program}, so the language server is not tried in it.`);
  return isThere;
}

/** Runs an editor with `ecs-exec-lint` on its `PATH`. */
export function runEditor(cwd: string, program: string, args: readonly string[]): SpawnSyncReturns<string> {
  const bin = folder({ 'ecs-exec-lint': `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n` });
  chmodSync(join(bin, 'ecs-exec-lint'), 0o755);
  const path = [bin, dirname(process.execPath), process.env.PATH].join(delimiter);
  return spawnSync(program, [...args], {
    cwd,
    encoding: 'utf8',
    input: '',
    timeout: 90_000,
    env: { ...process.env, PATH: path, HOME: cwd },
  });
}
