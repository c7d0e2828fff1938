import type { Document } from '../syntax/document.ts';
import type { Range } from '../syntax/node.ts';
import { child, nodeAt, type Path, type Place } from '../syntax/place.ts';

/** A resource as it stands in the text. */
export interface ResourceText {
  readonly at: Place;
  readonly key: Range;
  /** Where its text ends. */
  readonly end: number;
}

const LOOP = 'Fn::ForEach::';

/** The resources of a template in the order of the text. A loop counts as one, and so do those in its body. */
export function resourceTexts(document: Document): readonly ResourceText[] {
  return textsIn({ document, path: ['Resources'] });
}

function textsIn(map: Place): readonly ResourceText[] {
  const node = nodeAt(map);
  if (node?.kind !== 'mapping') return [];
  return node.entries.flatMap(({ key, keyRange, value }) => {
    const at = child(map, key);
    const own = { at, key: keyRange, end: value.range.end };
    return key.startsWith(LOOP) ? [own, ...textsIn(child(at, 2))] : [own];
  });
}

/** The path of the resource that a path leads into; nothing when it leads elsewhere. */
export function resourcePath(path: Path): Path | undefined {
  if (path[0] !== 'Resources') return undefined;
  let depth = 1;
  while (isLoop(path[depth]) && path[depth + 1] === 2) depth += 2;
  return typeof path[depth] === 'string' ? path.slice(0, depth + 1) : undefined;
}

function isLoop(key: Path[number] | undefined): boolean {
  return typeof key === 'string' && key.startsWith(LOOP);
}
