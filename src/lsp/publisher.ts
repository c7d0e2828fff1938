import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { Words } from '../i18n/words.ts';
import { diagnosticsOf } from './diagnostics.ts';
import type { Folder } from './folder.ts';
import type { Source } from './source.ts';
import type { Workspace } from './workspace.ts';

/** Tells an editor what there is to say about every file that belongs to something open, and takes it back later. */
export class Publisher {
  readonly #words: Words;
  readonly #send: (params: PublishDiagnosticsParams) => void;
  readonly #said = new Map<string, string>();

  constructor(words: Words, send: (params: PublishDiagnosticsParams) => void) {
    this.#words = words;
    this.#send = send;
  }

  publish(workspace: Workspace): void {
    const all = findingsIn(workspace, this.#words);
    for (const [uri, params] of all) {
      const said = JSON.stringify(params);
      const isNews = this.#said.has(uri) || params.diagnostics.length > 0;
      if (isNews && this.#said.get(uri) !== said) this.#send(params);
      if (isNews) this.#said.set(uri, said);
    }
    for (const uri of [...this.#said.keys()].filter(each => !all.has(each))) {
      this.#said.delete(uri);
      this.#send({ uri, diagnostics: [] });
    }
  }
}

function findingsIn(workspace: Workspace, words: Words): ReadonlyMap<string, PublishDiagnosticsParams> {
  const found = new Map<string, PublishDiagnosticsParams>();
  for (const folder of workspace.inUse())
    for (const source of sourcesOf(folder)) {
      if (workspace.folderOf(source.uri) !== folder) continue;
      const { uri, open } = source;
      const diagnostics = diagnosticsOf(folder, source, words);
      found.set(uri, { uri, ...(open && { version: open.version }), diagnostics });
    }
  return found;
}

/** The files of which there is something to say. */
function sourcesOf(folder: Folder): readonly Source[] {
  const judged = folder.judged.flatMap(each => each.documents);
  return [...judged.flatMap(({ file }) => folder.files.named(file) ?? []), ...folder.tooLarge()];
}
