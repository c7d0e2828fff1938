import type { Mapping, Node, Sequence } from '../../syntax/node.ts';
import { collectionToken, realItems } from './tokens.ts';

/** Whether nothing stands at a node: no value, `null`, `{}` or `[]`. */
export function isVacant(node: Node): boolean {
  if (node.kind === 'scalar') return node.value === null;
  if (node.kind === 'sequence') return node.items.length === 0;
  if (node.tag !== undefined || node.entries.length > 0) return false;
  const token = collectionToken(node);
  return !token || realItems(token).length === 0;
}

/**
 * A function takes the whole map: `!Ref x`, or `Ref: x`. Transforms and loops do not: other keys may stand beside them.
 */
export function isFunction(node: Node): boolean {
  if (node.kind !== 'mapping') return false;
  return node.tag !== undefined || node.entries.some(({ key }) => isFunctionKey(key));
}

export function isFunctionKey(key: string | number | undefined): boolean {
  if (typeof key !== 'string') return false;
  return (
    key === 'Ref' || (key.startsWith('Fn::') && key !== 'Fn::Transform' && !key.startsWith('Fn::ForEach'))
  );
}

/** Whether a map or list stands there, with keys or items of its own. */
export function isCollection(node: Node): node is Mapping | Sequence {
  return node.kind !== 'scalar' && !isFunction(node);
}

/** Whether a map has the entries of others by `<<`, which its own may hide. */
export function hasMergeKey(node: Mapping): boolean {
  const token = collectionToken(node);
  return (
    token !== undefined && realItems(token).some(({ key }) => key?.type === 'scalar' && key.source === '<<')
  );
}
