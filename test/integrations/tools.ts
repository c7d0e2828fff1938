import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Programs of others that read reports or run the package, at the versions of the lock file. */
const TOOLS: string = fileURLToPath(new URL('tools', import.meta.url));

/** Before all tests: installs what is not there. Tests name what they were skipped for. */
export function setup(): void {
  if (existsSync(join(TOOLS, 'node_modules', '.package-lock.json'))) return;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', args, { cwd: TOOLS, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) console.warn('SKIPPED: npm cannot install what reads the reports.');
}

/** The path of a file in a package; nothing where the package is not there. */
export function toolFile(...path: readonly string[]): string | undefined {
  const file = join(TOOLS, 'node_modules', ...path);
  return existsSync(file) ? file : undefined;
}

/** The path of a program in a package, which npm does not make one when it runs no scripts. */
export function toolProgram(...path: readonly string[]): string | undefined {
  const file = toolFile(...path);
  if (file !== undefined) chmodSync(file, 0o755);
  return file;
}

/** Loads a package as programs in the folder of the tools would. */
export async function loadTool<T>(name: string): Promise<T> {
  return import(createRequire(join(TOOLS, 'package.json')).resolve(name));
}
