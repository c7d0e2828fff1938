import { basename, dirname } from 'node:path';
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
} from 'vscode-languageserver/node';
import type { Client } from './client.ts';
import { uriOf } from './uris.ts';

/** Templates, what configures the check, and what says which templates there are. */
const PATTERNS: readonly string[] = [
  '**/*.{yml,yaml,json,template}',
  '**/.ecs-exec-lint.{yml,yaml,json}',
  '**/.gitignore',
];

/** Has an editor tell what happens to files, where it can. */
export class Watching {
  readonly #connection: Connection;
  readonly #client: Client;
  readonly #outside = new Set<string>();

  constructor(connection: Connection, client: Client) {
    this.#connection = connection;
    this.#client = client;
  }

  start(): void {
    if (this.#client.watchesFiles) this.#register(PATTERNS.map(globPattern => ({ globPattern })));
  }

  /** Files that are in no folder of the workspace: a configuration above it. */
  outside(paths: readonly string[]): void {
    const more = paths.filter(each => !this.#outside.has(each));
    if (!this.#client.watchesFiles || !this.#client.watchesElsewhere || more.length === 0) return;
    for (const each of more) this.#outside.add(each);
    this.#register(
      more.map(path => ({ globPattern: { baseUri: uriOf(dirname(path)), pattern: basename(path) } })),
    );
  }

  #register(watchers: FileSystemWatcher[]): void {
    void this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}
