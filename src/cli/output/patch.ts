import { FILE_HEADERS_ONLY, formatPatch, OMIT_HEADERS, type StructuredPatch, structuredPatch } from 'diff';
import type { FixedText, Report } from '../../index.ts';
import { secretLines, secretTexts } from '../../report/conceal.ts';

export interface Patch {
  readonly text: string;
  /** The files of which it shows a secret, since that stands where something changes. */
  readonly exposed: readonly string[];
}

/**
 * A patch that `git apply` and `patch -p1` take from the current directory. There is no `diff --git` line, since after
 * one git counts names from the root of the repository. A file elsewhere is named from the root of the disk.
 *
 * @param before On the texts as they were.
 */
export function patch(changed: readonly FixedText[], before: Report): Patch {
  const texts = secretTexts(before);
  const patches = changed.map(each => {
    const lines = secretLines(each.file, before);
    const isSecret = (line: string): boolean =>
      lines.has(line.slice(1)) || texts.some(text => line.includes(text));
    return { file: each.file, ...hunksOf(each, isSecret) };
  });
  return {
    text: patches.map(({ file, hunks }) => written(file, hunks)).join(''),
    exposed: patches.filter(each => each.isExposed).map(each => each.file),
  };
}

interface Hunks {
  readonly hunks: StructuredPatch;
  readonly isExposed: boolean;
}

/** There are fewer lines around a change where these would show a secret; without any the patch would not be taken. */
function hunksOf({ file, before, after }: FixedText, isSecret: (line: string) => boolean): Hunks {
  const name = nameOf(file);
  const around = (context: number): Hunks => {
    const hunks = structuredPatch(`a/${name}`, `b/${name}`, before, after, '', '', { context });
    return { hunks, isExposed: hunks.hunks.some(each => each.lines.some(isSecret)) };
  };
  for (const context of [3, 2]) {
    const hunks = around(context);
    if (!hunks.isExposed) return hunks;
  }
  return around(1);
}

function nameOf(file: string): string {
  return file.replace(/^\/+/, '');
}

function written(file: string, hunks: StructuredPatch): string {
  const name = nameOf(file);
  // Only these characters have to be quoted; the library would quote Japanese too.
  if (/[\p{Cc}"\\]/u.test(name)) return formatPatch(hunks, FILE_HEADERS_ONLY);
  // A name with blanks ends at a tab.
  const end = /\s/.test(name) ? '\t' : '';
  return `--- a/${name}${end}\n+++ b/${name}${end}\n${formatPatch(hunks, OMIT_HEADERS)}`;
}
