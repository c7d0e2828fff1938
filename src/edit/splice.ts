import type { Splice } from './tree/edit.ts';

/** The text with all splices made. They must not overlap. */
export function splice(text: string, splices: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const each of inOrder(splices)) {
    result += text.slice(at, each.start) + each.text;
    at = each.end;
  }
  return result + text.slice(at);
}

/**
 * Splices in the order in which they are made. Of insertions at one offset those that stay on the line come first, then
 * the deeper lines, since they belong to what ends there; otherwise they keep the order given.
 */
export function inOrder(splices: readonly Splice[]): readonly Splice[] {
  return [...splices].sort((a, b) => a.start - b.start || a.end - b.end || depth(b.text) - depth(a.text));
}

/** The column of new lines; those of a list whose dashes stand below its key are deeper than the keys around. */
function depth(text: string): number {
  const lines = /^[\r\n]+(?: *#.*[\r\n]+)*( *)(-?)/.exec(text);
  if (!lines) return Number.MAX_SAFE_INTEGER;
  return (lines[1]?.length ?? 0) + (lines[2] ? 0.5 : 0);
}

/** Whether two splices cannot both be made. Insertions at one offset can; the same splice is made once. */
export function touch(a: Splice, b: Splice): boolean {
  const bothInsert = a.start === a.end && b.start === b.end;
  if (bothInsert || sameSplice(a, b)) return false;
  return a.start <= b.end && b.start <= a.end;
}

export function sameSplice(a: Splice, b: Splice): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}
