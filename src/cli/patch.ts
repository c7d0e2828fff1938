import { FILE_HEADERS_ONLY, formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';
import type { FixedText } from '../index.ts';

/**
 * A patch that `git apply` and `patch -p1` take from the current folder. There is no `diff --git` line, since after
 * one git counts names from the root of the repository. A file elsewhere is named from the root of the disk.
 */
export function patch(changed: readonly FixedText[]): string {
  return changed.map(patchOne).join('');
}

function patchOne({ file, before, after }: FixedText): string {
  const name = file.replace(/^\/+/, '');
  const hunks = structuredPatch(`a/${name}`, `b/${name}`, before, after, '', '', { context: 3 });
  // Only these characters have to be quoted; the library would quote Japanese too.
  if (/[\p{Cc}"\\]/u.test(name)) return formatPatch(hunks, FILE_HEADERS_ONLY);
  // A name with blanks ends at a tab.
  const end = /\s/.test(name) ? '\t' : '';
  return `--- a/${name}${end}\n+++ b/${name}${end}\n${formatPatch(hunks, OMIT_HEADERS)}`;
}
