import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Document } from '../../syntax/document.ts';
import { entry, type Node } from '../../syntax/node.ts';
import { type Path, step } from '../../syntax/place.ts';
import { isAliased } from './aliases.ts';
import { Refusal } from './edit.ts';

export const SHARED: Sentence = say`It is repeated there from elsewhere by an alias.`;
export const NO_ITEM: Sentence = say`There is no such item.`;
export const UNEDITABLE: Sentence = say`It is written in a form that fixes do not edit.`;
export const IN_FUNCTION: Sentence = say`It is an argument of a function.`;
export const BROUGHT_BACK: Sentence = say`The merge key next to it may bring it back.`;
export const REPEATED: Sentence = say`An alias repeats it elsewhere, where it would change too.`;

/** The last node on a path, and how many keys lead to it. */
export interface Reached {
  readonly node: Node;
  readonly depth: number;
}

/**
 * How far a path leads. What an alias or a merge key brings stands elsewhere, and is never edited from here; but a key
 * that a merge key brings can be a `new` one of the map itself.
 */
export function walk(document: Document, path: Path, end: 'old' | 'new'): Reached {
  let node = document.root;
  for (const [depth, key] of path.entries()) {
    refuseIfShared(document, node);
    const isNew = end === 'new' && depth + 1 === path.length;
    const isMerged = node.kind === 'mapping' && typeof key === 'string' && entry(node, key)?.merged === true;
    if (isMerged && !isNew) throw new Refusal(SHARED);
    const next = isMerged ? undefined : step(node, key);
    if (!next) return { node, depth };
    node = next;
  }
  if (node.kind !== 'scalar') refuseIfShared(document, node);
  return { node, depth: path.length };
}

function refuseIfShared(document: Document, node: Node): void {
  if (node.shared) throw new Refusal(SHARED);
  if (isAliased(document, node)) throw new Refusal(REPEATED);
}
