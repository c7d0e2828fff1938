import { type Sentence, say } from '../i18n/sentence.ts';
import { contentEnd, type FlowScalarToken, type Token } from '../syntax/cst-tokens.ts';
import type { Document } from '../syntax/document.ts';
import { entry, type Mapping, type Node } from '../syntax/node.ts';
import type { Path } from '../syntax/place.ts';
import { scalarText } from './style/scalar-text.ts';
import { styleOf } from './style/style.ts';
import { Refusal, type Splice } from './tree/edit.ts';
import { BROUGHT_BACK, IN_FUNCTION, NO_ITEM, SHARED, UNEDITABLE, walk } from './tree/editable-path.ts';
import { hasMergeKey, isFunction } from './tree/nodes.ts';
import { itemOf } from './tree/tokens.ts';

/** An entry that gets another key. */
export interface Renamed {
  readonly map: Mapping;
  readonly key: string;
  readonly splice: Splice;
}

/** Puts another key in the place of one: its quotes, and all that stands around it, stay. */
export function renameKey(document: Document, path: Path, key: string): Renamed {
  const { node, depth } = walk(document, path.slice(0, -1), 'old');
  const old = path.at(-1);
  const found = node.kind === 'mapping' && typeof old === 'string' ? entry(node, old) : undefined;
  if (depth < path.length - 1 || node.kind !== 'mapping' || old === undefined || !found)
    throw new Refusal(NO_ITEM);
  if (found.merged) throw new Refusal(SHARED);
  if (isFunction(node)) throw new Refusal(IN_FUNCTION);
  if (hasMergeKey(node)) throw new Refusal(BROUGHT_BACK);
  if (entry(node, key)) throw new Refusal(TAKEN);
  const token = itemOf(node, old)?.key;
  if (!isScalar(token)) throw new Refusal(UNEDITABLE);
  const text = keyLike(document, node, token, key);
  return { map: node, key, splice: { start: token.offset, end: contentEnd(token), text } };
}

const TAKEN: Sentence = say`The map already has that key.`;

/** What is written for all of them, unless a key that one gets is that of another, or `isNew` in the same map. */
export function splicesOf(
  renamed: readonly Renamed[],
  isNew: (map: Mapping, key: string) => boolean,
): readonly Splice[] {
  return renamed.map(({ map, key, splice }, i) => {
    const isTwice = renamed.some((other, k) => k !== i && other.map === map && other.key === key);
    if (isTwice || isNew(map, key)) throw new Refusal(TAKEN);
    return splice;
  });
}

function isScalar(token: Token | null | undefined): token is FlowScalarToken {
  return (
    token?.type === 'scalar' ||
    token?.type === 'single-quoted-scalar' ||
    token?.type === 'double-quoted-scalar'
  );
}

function keyLike(document: Document, node: Node, token: FlowScalarToken, key: string): string {
  if (document.format === 'json') return JSON.stringify(key);
  if (token.type === 'single-quoted-scalar') return scalarText(key, 'single', true);
  if (token.type === 'double-quoted-scalar') return scalarText(key, 'double', true);
  return scalarText(key, styleOf(document).text(node.range.start).quote);
}
