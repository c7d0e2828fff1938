import type { Document } from '../../syntax/document.ts';
import { step } from '../../syntax/place.ts';
import type { Edit } from './edit.ts';
import { isVacant } from './nodes.ts';

/**
 * What edits would bring into being on their way, or fill: two sets of edits that share one of these would each make
 * it, so the second has to wait until it is there.
 */
export function createdPaths(document: Document, edits: readonly Edit[]): readonly string[] {
  return edits.flatMap(edit => {
    if (edit.op === 'remove') return [];
    if (edit.op === 'rename') return [JSON.stringify([...edit.at.path.slice(0, -1), edit.key])];
    let node = document.root;
    for (const [depth, key] of edit.at.path.entries()) {
      const next = isVacant(node) ? undefined : step(node, key);
      if (!next) return [JSON.stringify(edit.at.path.slice(0, isVacant(node) ? depth : depth + 1))];
      node = next;
    }
    return edit.op === 'append' && !isVacant(node) ? [] : [JSON.stringify(edit.at.path)];
  });
}
