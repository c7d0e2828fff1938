import type { Json } from './json-value.ts';
import type { Entry, Node } from './node.ts';
import type { Place } from './place.ts';

/** Deeper than anything that a person writes; past it a text is not looked into. */
const MOST_LEVELS = 200;

/** JSON that is written as text at a place: the place of its root, or nothing when the text is not JSON. */
export function embed(within: Place, text: string): Place | undefined {
  const root = read(text);
  if (!root) return undefined;
  return {
    document: { file: within.document.file, text, format: 'json', root, problems: [], typos: [], within },
    path: [],
  };
}

function read(text: string): Node | undefined {
  try {
    const value: Json = JSON.parse(text);
    return nodeOf(value, 0);
  } catch {
    return undefined;
  }
}

/** Nodes without places of their own: what stands in a text is shown where the text is. */
function nodeOf(value: Json, level: number): Node | undefined {
  const common = { range: { start: 0, end: 0 }, shared: false, anchored: false, origin: undefined };
  if (typeof value !== 'object' || value === null)
    return { kind: 'scalar', value, style: typeof value === 'string' ? 'double' : 'plain', ...common };
  if (level === MOST_LEVELS) return undefined;
  if (Array.isArray(value)) {
    const items = value.map((each: Json) => nodeOf(each, level + 1));
    return items.every(each => each !== undefined) ? { kind: 'sequence', items, ...common } : undefined;
  }
  const entries = Object.entries(value).map(([key, each]): Entry | undefined => {
    const node = nodeOf(each, level + 1);
    return node && { key, keyRange: common.range, value: node, merged: false, origin: undefined };
  });
  if (!entries.every(each => each !== undefined)) return undefined;
  return { kind: 'mapping', entries, tag: undefined, ...common };
}
