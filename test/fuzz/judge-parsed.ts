import type { Document } from '../../src/index.ts';
import { differentComment } from '../../src/syntax/comments.ts';
import { parseFast } from '../../src/syntax/fast-parser.ts';
import { parseFull } from '../../src/syntax/full-parser.ts';
import type { Node } from '../../src/syntax/node.ts';
import { seenTokens } from '../edit/seen-tokens.ts';

/** What is read stands within the text, and parts within their whole. */
export function judgeParsed(documents: readonly Document[]): string | undefined {
  for (const document of documents) {
    const { text, format, root, problems } = document;
    const ranges = [root.range, ...problems.map(each => each.range)];
    if (ranges.some(({ start, end }) => start < 0 || end < start || end > text.length))
      return 'A range does not lie within the text.';
    if (problems.some(({ message }) => !isSentence(String(message)))) return 'A problem is no sentence.';
    const outside = outsideOf(root);
    if (outside) return `A ${outside} does not lie within what it is part of.`;
    // What is called JSON and is none is read by neither.
    const isBroken = format === 'json' && problems.some(each => each.kind === 'syntax');
    const quick = isBroken ? undefined : parseFast(text, format);
    if (quick && plain(quick) !== plain(parseFull(text, format)))
      return 'The quick reader reads something else than the thorough one.';
    if (!isBroken && format === 'yaml' && differentComment(document) !== undefined)
      return 'The comments are others than those that the lexer finds.';
  }
  return undefined;
}

function outsideOf(node: Node): string | undefined {
  if (node.kind === 'scalar') return undefined;
  const parts = node.kind === 'sequence' ? node.items : node.entries.map(each => each.value);
  for (const part of parts) {
    const isElsewhere = part.shared || node.shared || part.range.start === part.range.end;
    if (!isElsewhere && (part.range.start < node.range.start || part.range.end > node.range.end))
      return part.kind;
    const deeper = outsideOf(part);
    if (deeper) return deeper;
  }
  return undefined;
}

/** The tree, and what its editor sees of the tokens. */
function plain({ root, problems }: Pick<Document, 'root' | 'problems'>): string {
  const tokens = problems.length > 0 ? undefined : seenTokens(root);
  return JSON.stringify([root, problems, tokens], (key, value: unknown) =>
    key === 'origin' ? undefined : value,
  );
}

/** A sentence does not show what the program is made of. */
export function isSentence(message: string): boolean {
  return message.length > 1 && !/\bundefined\b|\[object |\bNaN\b|[\uFDD0-\uFDEF]/.test(message);
}
