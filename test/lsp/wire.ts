import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { CLI } from '../cli/harness.ts';

/** What VS Code can do, as far as it makes a difference. */
export const MODERN: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

export interface Started {
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly args?: readonly string[];
  readonly initializationOptions?: unknown;
  /** The command line that has the server in it. */
  readonly program?: string;
  /** The environment of the server, besides where programs are. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The real server in a process of its own, and what is said over its pipe. */
export class Wire {
  readonly folder: string;
  protected readonly connection: ProtocolConnection;
  /** What it said last of each file, by URI. */
  protected readonly shown: Map<string, PublishDiagnosticsParams> = new Map();
  readonly #process: ChildProcess;
  readonly #waiting = new Set<() => void>();
  /** What was said, in order, by its method. */
  readonly transcript: string[] = [];
  /** What it has said to the person. */
  readonly messages: string[] = [];
  /** What it asked to be told, and what it wrote to its logs. */
  readonly registrations: RegistrationParams['registrations'] = [];
  readonly logs: string[] = [];

  constructor(folder: string, { args = [], program = CLI, env = {} }: Started) {
    this.folder = folder;
    this.#process = spawn(process.execPath, [program, '--lsp', ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', ...env },
    });
    const { stdin, stdout, stderr } = this.#process;
    if (!stdin || !stdout || !stderr) throw new Error('The server has no pipes.');
    stderr.on('data', data => this.logs.push(String(data)));
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#listen();
    this.connection.listen();
    onTestFinished(() => void this.#process.kill());
  }

  #listen(): void {
    const onNotification = <T>(method: string, take: (params: T) => void): void => {
      this.connection.onNotification(method, (params: T) => {
        this.transcript.push(`<- ${method}`);
        take(params);
        for (const each of this.#waiting) each();
      });
    };
    onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.shown.set(params.uri, params);
    });
    onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.messages.push(message);
    });
    onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logs.push(message);
    });
    this.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.transcript.push('<- client/registerCapability');
      this.registrations.push(...registrations);
      for (const each of this.#waiting) each();
      return null;
    });
  }

  uri(file: string): string {
    return pathToFileURL(join(this.folder, file)).href;
  }

  async request<T>(method: string, params: unknown): Promise<T> {
    this.transcript.push(`-> ${method}`);
    const answer = await this.connection.sendRequest<T>(method, params);
    this.transcript.push(`<- ${method}`);
    return answer;
  }

  notify(method: string, params: unknown): Promise<void> {
    this.transcript.push(`-> ${method}`);
    return this.connection.sendNotification(method, params);
  }

  /** Waits for what the server does. */
  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const shown = JSON.stringify(Object.fromEntries(this.shown), null, 1);
        reject(new Error(`In vain: ${isSo}\n${shown}\n${this.logs.join('\n')}`));
      }, 30_000);
      const look = (): void => {
        if (!isSo()) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Says goodbye in due form. Answers the exit code. */
  async quit(): Promise<number | null> {
    const gone = new Promise<number | null>(resolve => this.#process.once('exit', resolve));
    await this.request('shutdown', undefined);
    await this.notify('exit', undefined);
    return gone;
  }
}
