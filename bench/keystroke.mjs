// What the language server takes for a key that is typed, until the diagnostics are there.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { DEFAULT_OPTIONS, lint, parse } from '../dist/index.js';
import { median, own } from './measure.mjs';

const KEYS = 20;

/** The processor time of the server for one key, and that of a lint of the same text, in milliseconds. */
export async function keystroke(cli, text) {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-exec-lint-key-'));
  writeFileSync(join(folder, 'stack.yml'), text);
  const server = spawn(process.execPath, [cli, '--lsp'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  try {
    const typed = await typing(server, folder, text);
    const lints = [];
    for (let i = 0; i < 7; i++)
      lints.push(await own(() => lint([parse('stack.yml', '\n'.repeat(i) + text)], DEFAULT_OPTIONS)));
    return { key: typed, lint: median(lints) };
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function typing(server, folder, text) {
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  let told = () => undefined;
  connection.onNotification('textDocument/publishDiagnostics', () => told());
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const published = () =>
    new Promise(resolve => {
      told = resolve;
    });
  const uri = pathToFileURL(join(folder, 'stack.yml')).href;
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'bench' }];
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders,
  });
  await connection.sendNotification('initialized', {});
  const opened = published();
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text },
  });
  await opened;
  const start = { line: 0, character: 0 };
  const times = [];
  for (let version = 2; version < KEYS + 2; version++) {
    const before = processorTime(server.pid);
    const answer = published();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start, end: start }, text: '\n' }],
    });
    await answer;
    times.push(processorTime(server.pid) - before);
  }
  connection.dispose();
  return times.reduce((sum, each) => sum + each, 0) / times.length;
}

/** Of a process that runs, in milliseconds: Linux counts hundredths of a second. */
function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
