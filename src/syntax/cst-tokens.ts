import type { CST } from 'yaml';

/**
 * The parts of a token tree that the reader and the editor measure. The library makes one of a whole text, with more in
 * it; `SourceTokens` makes these parts of what is asked for.
 */
export type SourceToken = Pick<CST.SourceToken, 'type' | 'offset' | 'source'>;
export type FlowScalarToken = Pick<CST.FlowScalar, 'type' | 'offset' | 'source'>;

export interface BlockScalarToken extends Pick<CST.BlockScalar, 'type' | 'offset' | 'indent' | 'source'> {
  /** The header, and what stands behind it on its line. */
  readonly props: readonly Token[];
}

export interface BlockToken {
  readonly type: 'block-map' | 'block-seq';
  readonly offset: number;
  readonly indent: number;
  readonly items: readonly CollectionItem[];
}

export interface FlowToken {
  readonly type: 'flow-collection';
  readonly offset: number;
  readonly start: SourceToken;
  readonly items: readonly CollectionItem[];
  readonly end: readonly SourceToken[];
}

export type CollectionToken = BlockToken | FlowToken;

type ValueToken = FlowScalarToken | BlockScalarToken | CollectionToken;

interface OtherToken {
  readonly type: Exclude<CST.Token['type'], ValueToken['type']>;
  readonly offset: number;
  readonly source?: string;
}

export type Token = ValueToken | OtherToken;

export interface CollectionItem {
  readonly start: readonly SourceToken[];
  readonly key?: Token | null | undefined;
  readonly sep?: readonly SourceToken[] | undefined;
  readonly value?: Token | undefined;
}

const TRIVIA: ReadonlySet<string> = new Set(['space', 'comment', 'newline']);

/** The last token that is neither blank nor comment. */
export function lastSolid(tokens: readonly SourceToken[] | undefined): SourceToken | undefined {
  return tokens?.findLast(token => !TRIVIA.has(token.type));
}

/** Comments and trailing commas make items of their own in the token tree; they hold no value. */
export function isReal(item: CollectionItem): boolean {
  if (item.key || item.sep || item.value) return true;
  return item.start.some(token => !TRIVIA.has(token.type) && token.type !== 'comma');
}

/** Where a token's content ends, without trailing blanks and comments. */
export function contentEnd(token: Token): number {
  switch (token.type) {
    case 'alias':
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return token.offset + token.source.length;
    case 'block-scalar':
      return token.offset + token.props.reduce((sum, each) => sum + lengthOf(each), 0) + token.source.length;
    case 'flow-collection': {
      const close = token.end.find(each => each.type === 'flow-map-end' || each.type === 'flow-seq-end');
      return close ? close.offset + 1 : token.offset;
    }
    case 'block-map':
    case 'block-seq': {
      const last = token.items.findLast(isReal);
      return last ? itemEnd(last) : token.offset;
    }
    default:
      return token.offset;
  }
}

/** Where an item of a collection ends: after its value, else its indicator, else its key. */
export function itemEnd(item: CollectionItem): number {
  if (item.value) return contentEnd(item.value);
  const indicator = lastSolid(item.sep);
  if (indicator) return indicator.offset + indicator.source.length;
  if (item.key) return contentEnd(item.key);
  const start = lastSolid(item.start);
  return start ? start.offset + start.source.length : 0;
}

function lengthOf(token: Token): number {
  return 'source' in token ? (token.source?.length ?? 0) : 0;
}
