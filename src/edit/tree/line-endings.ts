import type { Document } from '../../syntax/document.ts';
import { memoize } from '../../util/memoize.ts';
import type { Splice } from './edit.ts';
import { afterBreak, lineBreak, lineStart, nextBreak } from './lines.ts';

/**
 * Splices in order, with line endings as they are around them: a new line ends as the line that it follows, and each
 * line that stays ends as before, also in a file that mixes them.
 */
export function withLineEndings(document: Document, splices: readonly Splice[]): readonly Splice[] {
  const { text } = document;
  const written = splices.map(each =>
    each.text.includes('\n')
      ? { ...each, text: each.text.replace(/\r?\n/g, lineBreak(text, followed(each))) }
      : each,
  );
  return isMixed(document) ? keptAbove(text, written) : written;
}

/** Lines that bring their own last break go in ahead of a line: what they follow is the line above. */
function followed({ start, text }: Splice): number {
  return text.endsWith('\n') ? start - 1 : start;
}

const isMixed = memoize(({ text }: Document) => text.includes('\r\n') && /(?<!\r)\n/.test(text));

/**
 * Lines are taken away with the line break before them, so that the line above would get the one that ended them. Where
 * that is of the other kind, their own goes instead.
 */
function keptAbove(text: string, splices: readonly Splice[]): readonly Splice[] {
  const groups = joined(splices);
  return groups.flatMap((group, i) => {
    const before = groups[i - 1];
    const [next] = groups[i + 1] ?? [];
    const lost = before && endingLost(text, before);
    const [first, ...others] = group;
    if (lost && first && first.start < lost.end + lost.own.length)
      return [{ ...first, text: first.text.replace(/^\r?\n/, lost.text) }, ...others];
    const ending = endingLost(text, group);
    if (!ending || (next && next.start < ending.end + ending.own.length)) return group;
    return without(group, ending);
  });
}

/** Removals that join, and each other splice by itself. */
function joined(splices: readonly Splice[]): readonly (readonly Splice[])[] {
  const groups: Splice[][] = [];
  for (const each of splices) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && isRemoval(last) && isRemoval(each) && last.end === each.start) group.push(each);
    else groups.push([each]);
  }
  return groups;
}

function isRemoval({ start, end, text }: Splice): boolean {
  return text === '' && start < end;
}

interface Ending {
  /** The line break that is removed though its line stays, and where it is. */
  readonly text: string;
  readonly start: number;
  /** The one that its line would get, and where that is. */
  readonly own: string;
  readonly end: number;
}

/** Nothing where what removals leave of a line ends as before. */
function endingLost(text: string, removed: readonly Splice[]): Ending | undefined {
  const [first] = removed;
  const { end = 0 } = removed.at(-1) ?? {};
  if (!first || !isRemoval(first) || first.start === lineStart(text, first.start)) return undefined;
  const start = nextBreak(text, first.start);
  const [above, own] = [breakAt(text, start), breakAt(text, end)];
  return start < end && own !== '' && above !== own ? { text: above, start, own, end } : undefined;
}

/** Removals that leave a line break where it is, and remove the other one. */
function without(removed: readonly Splice[], { text, start, own, end }: Ending): readonly Splice[] {
  return removed
    .map(each => (each.end === end ? { ...each, end: end + own.length } : each))
    .flatMap(each => {
      if (start < each.start || start >= each.end) return [each];
      return [
        { ...each, end: start },
        { ...each, start: start + text.length },
      ];
    })
    .filter(each => each.end > each.start);
}

function breakAt(text: string, offset: number): string {
  return text.slice(offset, afterBreak(text, offset));
}
