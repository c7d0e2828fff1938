import type { Mapping, Node, Sequence } from '../../syntax/node.ts';
import { memoize } from '../../util/memoize.ts';
import { collectionToken, realItems } from '../tree/tokens.ts';
import { couldBePlain, kindOf, type Quote, type TextKind, type TextStyle } from './scalar-text.ts';

type Quoted = Quote | 'none';

/** What the entries or items of a collection tell of quotes. */
interface Seen {
  readonly texts: Readonly<Record<TextKind, readonly Quoted[]>>;
  readonly keys: readonly Quoted[];
}

/** How text is quoted beside the entries or items that are there; where they do not tell, as elsewhere. */
export function siblingTextStyle(node: Mapping | Sequence, elsewhere: TextStyle): TextStyle {
  const { texts, keys } = seenIn(node);
  return {
    quote: elsewhere.quote,
    texts: {
      word: shared(texts.word, elsewhere.texts.word),
      marked: shared(texts.marked, elsewhere.texts.marked),
    },
    keys: shared(keys, elsewhere.keys),
  };
}

const seenIn = memoize((node: Mapping | Sequence): Seen => {
  const texts =
    node.kind === 'mapping' ? node.entries.flatMap(({ value }) => textOf(value)) : node.items.flatMap(itemOf);
  const all = texts.map(each => each.quote);
  const of = (kind: TextKind): readonly Quoted[] => {
    const own = texts.filter(each => each.kind === kind).map(each => each.quote);
    return distinct(own.length > 0 ? own : all);
  };
  return { texts: { word: of('word'), marked: of('marked') }, keys: distinct(keyQuotes(node)) };
});

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

/** The quotes that all have, none where one has none. */
function shared(quotes: readonly Quoted[], elsewhere: Quote | undefined): Quote | undefined {
  const [first] = quotes;
  if (first === undefined) return elsewhere;
  if (quotes.includes('none')) return undefined;
  return first === 'none' || quotes.some(each => each !== first) ? elsewhere : first;
}

interface Text {
  readonly kind: TextKind;
  readonly quote: Quoted;
}

function textOf(node: Node): readonly Text[] {
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || !couldBePlain(node.value)) return [];
  return itemOf(node);
}

/** In a list, text that needs its quotes speaks for them too. */
function itemOf(node: Node): readonly Text[] {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return [];
  const { style, value } = node;
  return [{ kind: kindOf(value), quote: style === 'single' || style === 'double' ? style : 'none' }];
}

function keyQuotes(node: Mapping | Sequence): readonly Quoted[] {
  const token = collectionToken(node);
  return (token ? realItems(token) : []).flatMap(({ key }) => {
    if (key?.type === 'single-quoted-scalar') return ['single'];
    if (key?.type === 'double-quoted-scalar') return ['double'];
    return key ? ['none'] : [];
  });
}
