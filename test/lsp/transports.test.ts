import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createProtocolConnection,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  SocketMessageReader,
  SocketMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { CLI, folder, run } from '../cli/harness.ts';

/** What clients add to the command for the Language Server Protocol, as vscode-languageclient 11 does. */
const OWN = `--clientProcessId=${process.pid}`;

async function greets(reader: MessageReader, writer: MessageWriter): Promise<string | undefined> {
  const connection = createProtocolConnection(reader, writer);
  connection.listen();
  onTestFinished(() => connection.dispose());
  const { serverInfo }: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: null,
  });
  return serverInfo?.name;
}

/** The server talks to a client that listens. */
async function accepted(server: Server, args: readonly string[]): Promise<string | undefined> {
  const child = spawn(process.execPath, [CLI, '--lsp', ...args, OWN], { cwd: folder() });
  onTestFinished(() => void child.kill());
  onTestFinished(() => void server.close());
  const [socket]: Socket[] = await once(server, 'connection');
  if (!socket) throw new Error('There is no connection.');
  return greets(new SocketMessageReader(socket), new SocketMessageWriter(socket));
}

describe('a client talks', () => {
  test.each([[OWN], ['--stdio', OWN], ['--stdio', '--clientProcessId', `${process.pid}`]])(
    'over standard input and output: %s',
    async (...args) => {
      const child = spawn(process.execPath, [CLI, '--lsp', ...args], { cwd: folder() });
      onTestFinished(() => void child.kill());
      const { stdin, stdout } = child;
      const name = await greets(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
      expect(name).toBe('ecs-exec-lint');
    },
  );

  test('over the channel of Node.js', async () => {
    const child = fork(CLI, ['--lsp', '--node-ipc', OWN], { cwd: folder(), silent: true });
    onTestFinished(() => void child.kill());
    expect(await greets(new IPCMessageReader(child), new IPCMessageWriter(child))).toBe('ecs-exec-lint');
  });

  test('over a port', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('There is no port.');
    expect(await accepted(server, [`--socket=${address.port}`])).toBe('ecs-exec-lint');
  });

  test.skipIf(process.platform === 'win32')('over a Unix socket', async () => {
    const path = join(folder(), 's');
    const server = createServer().listen(path);
    await once(server, 'listening');
    expect(await accepted(server, [`--pipe=${path}`])).toBe('ecs-exec-lint');
  });
});

test('a server ends with its editor', async () => {
  const editor = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  const server = spawn(process.execPath, [CLI, '--lsp', '--stdio', `--clientProcessId=${editor.pid}`], {
    cwd: folder(),
  });
  onTestFinished(() => void server.kill('SIGKILL'));
  const ended = once(server, 'exit');
  editor.kill();
  expect((await ended)[1]).toBe(null);
});

describe('a mistake in how to talk is told', () => {
  test.each([
    [['--lsp', '--stdio', '--node-ipc'], 'Use either --stdio or --node-ipc, not both.'],
    [['--lsp', '--socket=x'], 'The flag --socket takes a number, not `x`.'],
    [['--lsp', '--clientProcessId=0'], 'The flag --clientProcessId takes a number, not `0`.'],
    [['--pipe=x', 'stack.yml'], 'The flag --pipe requires --lsp.'],
  ] as const)('%s', (args, why) => {
    const { code, out, err } = run(folder(), args);
    expect({ code, out, line: err.split('\n')[0] }).toEqual({
      code: 2,
      out: '',
      line: `ecs-exec-lint: ${why}`,
    });
  });
});
