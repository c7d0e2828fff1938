import type { Document } from './document.ts';
import type { Node, Range } from './node.ts';
import type { Path } from './place.ts';

/** What stands at an offset of a text. */
export interface Located {
  /** Of the key or scalar there, or of the innermost map or list around it. */
  readonly path: Path;
  /** The key, where the offset is in one. */
  readonly key: Range | undefined;
}

/** What stands at an offset of a document; what is repeated by an alias is found where it is written. */
export function locate({ root }: Pick<Document, 'root'>, offset: number): Located {
  const path: (string | number)[] = [];
  let node: Node | undefined = root;
  while (node) {
    if (node.kind === 'scalar') break;
    if (node.kind === 'sequence') {
      const index: number = node.items.findIndex(each => holds(each, offset));
      node = node.items[index];
      if (node) path.push(index);
      continue;
    }
    const found = node.entries.find(
      ({ keyRange, value, merged }) => !merged && (isIn(keyRange, offset) || holds(value, offset)),
    );
    if (found) path.push(found.key);
    if (found && isIn(found.keyRange, offset)) return { path, key: found.keyRange };
    node = found?.value;
  }
  return { path, key: undefined };
}

function holds(node: Node, offset: number): boolean {
  return !node.shared && isIn(node.range, offset);
}

function isIn({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}
