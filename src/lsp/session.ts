import {
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type Hover,
  type HoverParams,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { escapeControls, withoutLinks } from '../report/escape-output.ts';
import type { Client } from './client.ts';
import { actionsFor, resolved } from './code-actions.ts';
import { Watching } from './file-watcher.ts';
import type { Host } from './host.ts';
import { hoverAt } from './hover.ts';
import { Publisher } from './publisher.ts';
import { Runner } from './runner.ts';
import { STATUS_NOTIFICATION, StatusPublisher } from './status.ts';
import { pathOf } from './uris.ts';
import { Workspace } from './workspace.ts';

/** What an editor and the server have to say to one another. */
export class Session {
  readonly client: Client;
  readonly #host: Host;
  readonly #connection: Connection;
  readonly #workspace: Workspace;
  readonly #runner: Runner;
  readonly #publisher: Publisher;
  readonly #status: StatusPublisher | undefined;
  readonly #problems = new Map<string, string>();
  readonly #watching: Watching;

  constructor(host: Host, connection: Connection, client: Client, folders: readonly string[]) {
    this.#host = host;
    this.#connection = connection;
    this.client = client;
    this.#workspace = new Workspace(host, folders);
    this.#watching = new Watching(connection, client);
    this.#publisher = new Publisher(client.words, params => void connection.sendDiagnostics(params));
    if (client.showsStatus)
      this.#status = new StatusPublisher(
        client.words,
        each => void connection.sendNotification(STATUS_NOTIFICATION, each),
      );
    this.#runner = new Runner(
      this.#workspace,
      () => this.#notify(),
      error => connection.console.error(error instanceof Error ? (error.stack ?? '') : String(error)),
    );
  }

  start(): void {
    this.#watching.start();
  }

  changed(document: TextDocument): void {
    this.#workspace.opened(document);
    this.#runner.changed();
  }

  async closed(uri: string): Promise<void> {
    this.#workspace.closed(uri);
    await this.touched([pathOf(uri) ?? '']);
  }

  /** Who does not tell what happens to files does so at least when one is saved here. */
  async saved(uri: string): Promise<void> {
    if (!this.client.watchesFiles) this.#workspace.forget();
    await this.touched([pathOf(uri) ?? '']);
  }

  async touched(paths: readonly string[]): Promise<void> {
    for (const each of paths) await this.#workspace.touched(each);
    this.#runner.changed();
  }

  regroup(added: readonly string[], removed: readonly string[], open: readonly TextDocument[]): void {
    this.#workspace.regroup(added, removed, open);
    this.#runner.changed();
  }

  async actions(params: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
    const { uri } = params.textDocument;
    await this.#runner.settled();
    const folder = this.#workspace.folderOf(uri);
    const source = folder?.files.at(uri);
    if (!folder || !source || token.isCancellationRequested) return [];
    const actions = actionsFor(folder, source, params, this.client);
    if (this.client.resolvesActions) return actions;
    const all: CodeAction[] = [];
    for (const each of actions) {
      const action = await resolved(each, other => this.#workspace.folderOf(other), this.client);
      if (!('why' in action)) all.push(action);
      if (token.isCancellationRequested) return [];
    }
    return all;
  }

  async resolved(action: CodeAction): Promise<CodeAction> {
    await this.#runner.settled();
    const done = await resolved(action, uri => this.#workspace.folderOf(uri), this.client);
    if (!('why' in done)) return done;
    this.#show(`${action.title}: ${this.client.words(done.why)}`);
    return action;
  }

  async hover(params: HoverParams, token: CancellationToken): Promise<Hover | undefined> {
    const { uri } = params.textDocument;
    await this.#runner.settled();
    const folder = this.#workspace.folderOf(uri);
    const source = folder?.files.at(uri);
    if (!folder || !source || token.isCancellationRequested) return undefined;
    return hoverAt(folder, source, params.position, this.#host, this.client);
  }

  #notify(): void {
    this.#publisher.publish(this.#workspace);
    this.#status?.publish(this.#workspace);
    for (const { path, problem, setUp } of this.#workspace.inUse()) {
      this.#watching.outside(setUp?.outside ?? []);
      const said = problem.map(this.client.words).join(' ');
      if (said !== '' && said !== this.#problems.get(path)) this.#show(said);
      this.#problems.set(path, said);
    }
  }

  /** Editors make links, and buttons, of what looks like such. */
  #show(said: string): void {
    void this.#connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message: withoutLinks(escapeControls(said)),
    });
  }
}
