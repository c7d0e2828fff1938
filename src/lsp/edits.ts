import { diffArrays } from 'diff';
import type { TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

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
