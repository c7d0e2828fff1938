import {
  CodeActionKind,
  createConnection,
  type FileEvent,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TOOL } from '../report/view.ts';
import { clientOf } from './client.ts';
import { FIX_ALL } from './code-actions.ts';
import type { Host } from './host.ts';
import { Session } from './session.ts';
import { pathOf } from './uris.ts';

export interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * Speaks the Language Server Protocol with an editor, until that says goodbye: over streams, or as the arguments of the
 * process say (`--stdio`, `--node-ipc`, `--socket`, `--pipe`).
 */
export function serve(host: Host, streams?: Streams): void {
  const connection = streams ? createConnection(streams.input, streams.output) : createConnection();
  const documents = new TextDocuments(TextDocument);
  let session: Session | undefined;

  connection.onInitialize(async params => {
    const client = clientOf(params, await host.words(languageOf(params)));
    session = new Session(host, connection, client, foldersOf(params));
    return { capabilities: capabilities(session), serverInfo: { name: TOOL.name, version: host.version } };
  });
  connection.onInitialized(() => {
    session?.start();
    if (session?.client.hasFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        session?.regroup(pathsOf(added), pathsOf(removed), documents.all()),
      );
  });
  documents.onDidChangeContent(({ document }) => session?.changed(document));
  documents.onDidClose(({ document }) => session?.closed(document.uri));
  documents.onDidSave(({ document }) => session?.saved(document.uri));
  connection.onDidChangeWatchedFiles(({ changes }) => session?.touched(pathsOf(changes)));
  connection.onCodeAction((params, token) => session?.actions(params, token));
  connection.onCodeActionResolve(action => session?.resolved(action) ?? action);
  connection.onHover((params, token) => session?.hover(params, token));
  documents.listen(connection);
  connection.listen();
}

function capabilities({ client }: Session): InitializeResult['capabilities'] {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
      resolveProvider: client.resolvesActions,
    },
    hoverProvider: true,
    ...(client.hasFolders && {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }),
  };
}

/** As `initializationOptions: {"lang": "ja"}`. */
function languageOf({ initializationOptions: options }: InitializeParams): string | undefined {
  const isMap = typeof options === 'object' && options !== null && 'lang' in options;
  return isMap && typeof options.lang === 'string' ? options.lang : undefined;
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return pathsOf(workspaceFolders ?? (rootUri ? [{ uri: rootUri }] : []));
}

function pathsOf(places: readonly Pick<FileEvent, 'uri'>[]): readonly string[] {
  return places.flatMap(each => pathOf(each.uri) ?? []);
}
