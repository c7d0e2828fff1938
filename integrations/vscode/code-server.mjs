import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));

export const CODE_SERVER = join(HERE, 'node_modules', 'code-server');

/** The Node.js that code-server asks for. */
export const NODE = join(HERE, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');

const ENTRY = join(CODE_SERVER, 'out', 'node', 'entry.js');
const EXTENSION = join(HERE, '..', '..', 'editors', 'vscode', 'ecs-exec-lint.vsix');

/** Nothing that asks people for something, or talks to other machines. */
const QUIET = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Starts Visual Studio Code with the packed extension, on a folder with these files. */
export async function startCode(files, settings = {}) {
  const home = mkdtempSync(join(tmpdir(), 'ecs-exec-lint-code-'));
  const folder = join(home, 'workspace');
  const data = join(home, 'data');
  const write = (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  for (const [name, text] of Object.entries(files)) write(join(folder, name), text);
  write(join(data, 'User', 'settings.json'), JSON.stringify({ ...QUIET, ...settings }));
  const env = { ...process.env, HOME: home };
  const args = [ENTRY, '--user-data-dir', data, '--extensions-dir', join(home, 'extensions')];
  const installed = spawnSync(NODE, [...args, '--install-extension', EXTENSION], { env, encoding: 'utf8' });
  if (installed.status !== 0) throw new Error(installed.stderr);
  const port = await freePort();
  const server = spawn(
    NODE,
    [
      ...args,
      '--auth=none',
      '--disable-telemetry',
      '--disable-update-check',
      '--bind-addr',
      `127.0.0.1:${port}`,
    ],
    { env, stdio: 'ignore', detached: true },
  );
  const address = `http://127.0.0.1:${port}/?folder=${folder}`;
  await answers(address);
  const stop = async () => {
    const ended = once(server, 'exit');
    // It leaves the host of extensions behind, which waits for the browser to come back.
    process.kill(-server.pid, 'SIGKILL');
    await ended;
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  return { address, folder, stop };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(address) {
  for (let left = 300; left > 0; left--) {
    const isThere = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    await sleep(200);
  }
  throw new Error('code-server does not answer.');
}
