// Installs what Visual Studio Code itself depends on, which code-server leaves to a script after its own installation.
// Native modules are not compiled: it starts without them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CODE_SERVER, NODE } from './code-server.mjs';

const CODE = join(CODE_SERVER, 'lib', 'vscode');
const PATH = `${join(NODE, '..')}:${process.env.PATH}`;

for (const folder of [CODE, join(CODE, 'extensions')]) {
  if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) continue;
  const args = ['install', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', args, {
    cwd: folder,
    env: { ...process.env, PATH },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
}
