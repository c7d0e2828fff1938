import type { Splice } from './edit.ts';

/**
 * The text with all splices made. They must not overlap. Of new lines at one offset the deeper ones come first, since
 * they belong to what ends there; otherwise insertions are made in the order given.
 */
export function splice(text: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((a, b) => a.start - b.start || a.end - b.end || depth(b) - depth(a));
  let result = '';
  let at = 0;
  for (const each of ordered) {
    result += text.slice(at, each.start) + each.text;
    at = each.end;
  }
  return result + text.slice(at);
}

/**
 * Whether two sets of splices touch one another. Insertions at one offset do not: both are made. Nor do splices that are
 * the same: they are made once.
 */
export function overlaps(a: readonly Splice[], b: readonly Splice[]): boolean {
  return a.some(one => b.some(other => touch(one, other)));
}

export function sameSplice(a: Splice, b: Splice): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

function touch(a: Splice, b: Splice): boolean {
  const bothInsert = a.start === a.end && b.start === b.end;
  if (bothInsert || sameSplice(a, b)) return false;
  return a.start <= b.end && b.start <= a.end;
}

function depth({ text }: Splice): number {
  return /^[\r\n]+( *)/.exec(text)?.[1]?.length ?? 0;
}
