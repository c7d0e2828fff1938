import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { FixedText } from '../index.ts';
import type { Client } from './client.ts';
import { editsBetween } from './edits.ts';
import type { Folder } from './folder.ts';

/** Stands for the reason of an ignore until a person gives one. */
export const REASON = 'TODO: say why';

/** Changes of texts as an editor makes them; nothing when one of them is not what it was any more. */
export function workspaceEdit(
  changed: readonly FixedText[],
  folder: Folder,
  client: Client,
): WorkspaceEdit | undefined {
  const changes: Record<string, TextEdit[]> = {};
  const documentChanges: TextDocumentEdit[] = [];
  for (const { file, before, after } of changed) {
    const source = folder.files.named(file);
    if (source?.text !== before) return undefined;
    const edits = editsBetween(before, after);
    changes[source.uri] = edits;
    const version = source.open?.version ?? null;
    documentChanges.push({
      textDocument: { uri: source.uri, version },
      edits: client.takesSnippets ? edits.map(asSnippet) : edits,
    });
  }
  return client.takesVersions ? { documentChanges } : { changes };
}

/** With the reason to be filled in, where there is one. */
function asSnippet(edit: TextEdit): TextEdit | SnippetTextEdit {
  const { range, newText } = edit;
  const at = newText.indexOf(REASON);
  if (at < 0) return edit;
  const [before, after] = [newText.slice(0, at), newText.slice(at + REASON.length)].map(escaped);
  return { range, snippet: { kind: 'snippet', value: `${before}\${1:${REASON}}${after}` } };
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
