import { diffArrays } from 'diff';
import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FixedText } from '../index.ts';
import type { Client } from './client.ts';
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

/** More changed lines than these are replaced as one. */
const MOST_LINES = 2000;

/** The changes that make one text of another, line by line, so that what else is there keeps its place. */
export function editsBetween(before: string, after: string): TextEdit[] {
  const document = TextDocument.create('', '', 0, before);
  const edit = (start: number, end: number, newText: string): TextEdit => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText,
  });
  const changes = diffArrays(linesOf(before), linesOf(after), { maxEditLength: MOST_LINES });
  if (!changes) return [edit(0, before.length, after)];
  const edits: { start: number; end: number; text: string }[] = [];
  let at = 0;
  for (const { value, added, removed } of changes) {
    const text = value.join('');
    const end = added ? at : at + text.length;
    const last = edits.at(-1);
    if (added || removed) {
      const isMore = last?.end === at;
      const change = isMore ? last : { start: at, end: at, text: '' };
      if (!isMore) edits.push(change);
      change.end = end;
      if (added) change.text += text;
    }
    at = end;
  }
  return edits.map(each => edit(each.start, each.end, each.text));
}

/** With their line breaks. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}
