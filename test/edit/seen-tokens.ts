import { collectionToken, headerEnd, itemStart, itemsOf, realItems } from '../../src/edit/tree/tokens.ts';
import {
  type CollectionItem,
  type CollectionToken,
  contentEnd,
  isReal,
  itemEnd,
  type SourceToken,
  type Token,
} from '../../src/syntax/cst-tokens.ts';
import type { Node } from '../../src/syntax/node.ts';

/** What editing sees of the tokens of a tree: the same, whoever made them. */
export function seenTokens(node: Node): unknown {
  if (node.kind === 'scalar') return undefined;
  const [only] = node.kind === 'mapping' ? node.entries : [];
  if (node.kind === 'mapping' && node.tag !== undefined) return only && seenTokens(only.value);
  const token = collectionToken(node);
  return {
    token: token && ofToken(token),
    items: node.kind === 'mapping' ? itemsOf(node).map(each => each && itemStart(each)) : [],
    below: (node.kind === 'mapping' ? node.entries.map(each => each.value) : node.items).map(seenTokens),
  };
}

function ofToken(token: Token): unknown {
  const common = { type: token.type, offset: token.offset, end: contentEnd(token) };
  switch (token.type) {
    case 'block-map':
    case 'block-seq':
      return { ...common, indent: token.indent, items: ofItems(token) };
    case 'flow-collection':
      return { ...common, start: token.start.type, items: ofItems(token) };
    case 'block-scalar': {
      const header = token.props.find(each => each.type === 'block-scalar-header');
      return { ...common, source: token.source, header: header && 'source' in header && header.source };
    }
    default:
      return { ...common, source: 'source' in token ? token.source : '' };
  }
}

function ofItems(token: CollectionToken): readonly unknown[] {
  return realItems(token).map(item => ofItem(item, token.items[token.items.indexOf(item) + 1]));
}

function ofItem(item: CollectionItem, next: CollectionItem | undefined): unknown {
  const { start, key, sep, value } = item;
  const between = sep?.map(each => each.source).join('');
  return {
    range: [itemStart(item), headerEnd(item), itemEnd(item), isReal(item)],
    start: solid(start),
    key: key && ofToken(key),
    sep: sep && solid(sep),
    between: value && between?.includes('\n') === false ? between : undefined,
    value: value && ofToken(value),
    comma: next?.start.find(each => each.type === 'comma')?.offset,
  };
}

/** Blanks and comments are told by the text. */
function solid(tokens: readonly SourceToken[]): readonly unknown[] {
  return tokens
    .filter(each => !['space', 'comment', 'newline'].includes(each.type))
    .map(({ type, offset, source }) => [type, offset, source]);
}
