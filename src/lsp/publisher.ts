import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { Words } from '../lang/words.ts';
import { placedIn, shown } from './diagnostics.ts';
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
    for (const { file } of folder.judged.flatMap(each => each.documents)) {
      const source = folder.files.named(file);
      if (!source || workspace.folderOf(source.uri) !== folder) continue;
      const { uri, open } = source;
      const diagnostics = placedIn(folder, source).map(each => shown(each, folder, words));
      found.set(uri, { uri, ...(open && { version: open.version }), diagnostics });
    }
  return found;
}
