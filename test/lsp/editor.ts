import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  CancellationTokenSource,
  type CodeAction,
  type Diagnostic,
  type FileChangeType,
  type Hover,
  type InitializeResult,
  type Position,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MODERN, type Started, Wire } from './wire.ts';

export { MODERN } from './wire.ts';

/** An editor with the real server in a process of its own, over a real pipe. */
export class Editor extends Wire {
  readonly #texts = new Map<string, TextDocument>();
  answer: InitializeResult | undefined;

  static async start(folder: string, started: Started = {}): Promise<Editor> {
    const { folders = [''], capabilities = MODERN, initializationOptions } = started;
    const editor = new Editor(folder, started);
    editor.answer = await editor.request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      initializationOptions,
      workspaceFolders: folders.map(each => ({ uri: editor.uri(each), name: each })),
    });
    await editor.notify('initialized', {});
    const isAsked = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration;
    if (isAsked) await editor.until(() => editor.registrations.length > 0);
    return editor;
  }

  /** As it is on disk, unless it is said otherwise. */
  async open(file: string, text: string = readFileSync(join(this.folder, file), 'utf8')): Promise<void> {
    const uri = this.uri(file);
    this.#texts.set(file, TextDocument.create(uri, 'yaml', 1, text));
    await this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
  }

  async close(file: string): Promise<void> {
    this.#texts.delete(file);
    await this.notify('textDocument/didClose', { textDocument: { uri: this.uri(file) } });
  }

  text(file: string): string {
    return this.#document(file).getText();
  }

  #document(file: string): TextDocument {
    const document = this.#texts.get(file);
    if (!document) throw new Error(`${file} is not open.`);
    return document;
  }

  /** Where a text stands, for the first time. */
  at(file: string, text: string): Range {
    const document = this.#document(file);
    const start = document.getText().indexOf(text);
    if (start < 0) throw new Error(`There is no ${text} in ${file}.`);
    return { start: document.positionAt(start), end: document.positionAt(start + text.length) };
  }

  /** Between two offsets, the second of which may be past the end. */
  span(file: string, start: number, end: number): Range {
    const document = this.#document(file);
    return { start: document.positionAt(start), end: document.positionAt(end) };
  }

  /** Replaces what stands somewhere, as typing does: only the change is sent. */
  async type(file: string, range: Range, text: string): Promise<void> {
    const document = this.#document(file);
    const version = document.version + 1;
    const contentChanges = [{ range, text }];
    TextDocument.update(document, contentChanges, version);
    await this.notify('textDocument/didChange', {
      textDocument: { uri: this.uri(file), version },
      contentChanges,
    });
  }

  async replace(file: string, old: string, text: string): Promise<void> {
    await this.type(file, this.at(file, old), text);
  }

  /** Writes to disk what is open, and says so as editors do. */
  async save(file: string): Promise<void> {
    this.write(file, this.text(file));
    await this.notify('textDocument/didSave', { textDocument: { uri: this.uri(file) } });
  }

  /** Writes to disk behind the back of the server. */
  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  async tell(file: string, type: FileChangeType): Promise<void> {
    await this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uri(file), type }] });
  }

  /** What is shown of a file, as soon as it is so; fails when that does not come to pass. */
  async shows(
    file: string,
    isSo: (diagnostics: readonly Diagnostic[], version: number | undefined) => boolean,
  ): Promise<readonly Diagnostic[]> {
    const uri = this.uri(file);
    await this.until(() => {
      const shown = this.shown.get(uri);
      return shown !== undefined && isSo(shown.diagnostics, shown.version);
    });
    return this.shown.get(uri)?.diagnostics ?? [];
  }

  /** Whether anything was ever shown of a file. */
  isTold(file: string): boolean {
    return this.shown.has(this.uri(file));
  }

  /** What is shown of the text as it is now. */
  async current(file: string): Promise<readonly Diagnostic[]> {
    const { version } = this.#document(file);
    return this.shows(file, (_, shown) => shown === version);
  }

  async actions(file: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]> {
    const found = await this.request<CodeAction[] | null>('textDocument/codeAction', {
      textDocument: { uri: this.uri(file) },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    });
    return found ?? [];
  }

  async resolve(action: CodeAction): Promise<CodeAction> {
    return action.edit ? action : this.request<CodeAction>('codeAction/resolve', action);
  }

  async hover(file: string, position: Position): Promise<string> {
    const hover = await this.request<Hover | null>('textDocument/hover', {
      textDocument: { uri: this.uri(file) },
      position,
    });
    const contents = hover?.contents ?? '';
    return typeof contents === 'object' && 'value' in contents ? contents.value : String(contents);
  }

  /** Asks, and does not wait for the answer. */
  cancelledHover(file: string, position: Position): Promise<unknown> {
    const source = new CancellationTokenSource();
    const answer = this.connection.sendRequest(
      'textDocument/hover',
      { textDocument: { uri: this.uri(file) }, position },
      source.token,
    );
    source.cancel();
    return answer;
  }

  /** Makes the changes of an edit, those of closed files on disk. Fails where it is for another version. */
  async apply({ documentChanges = [], changes = {} }: WorkspaceEdit): Promise<void> {
    for (const [uri, edits] of Object.entries(changes)) await this.#change(uri, edits);
    for (const change of documentChanges) {
      if (!('edits' in change)) throw new Error('Only texts are changed.');
      const { uri, version } = change.textDocument;
      const open = [...this.#texts.values()].find(each => each.uri === uri);
      if (version !== (open?.version ?? null)) throw new Error(`${uri} has another version than ${version}.`);
      await this.#change(uri, change.edits.map(withoutSnippet));
    }
  }

  async #change(uri: string, edits: readonly TextEdit[]): Promise<void> {
    const [file] = [...this.#texts].find(([, each]) => each.uri === uri) ?? [];
    if (file === undefined) {
      const path = new URL(uri);
      const document = TextDocument.create(uri, 'yaml', 0, readFileSync(path, 'utf8'));
      writeFileSync(path, TextDocument.applyEdits(document, [...edits]));
      return;
    }
    const document = this.#document(file);
    const whole = { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
    await this.type(file, whole, TextDocument.applyEdits(document, [...edits]));
  }
}

/** As when a person leaves a placeholder as it is. */
function withoutSnippet(edit: TextEdit | SnippetTextEdit): TextEdit {
  if (!('snippet' in edit)) return edit;
  const filled = edit.snippet.value.replace(/\$\{1:([^}]*)\}/, '$1').replace(/\\([\\$}])/g, '$1');
  return { range: edit.range, newText: filled };
}
