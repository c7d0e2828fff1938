import type { Mapping, Node, Sequence } from '../syntax/node.ts';
import { couldBePlain, type Quote, type TextStyle } from './scalar-text.ts';
import { collectionToken, realItems } from './tokens.ts';

/** What the entries or items of a collection tell of quotes. */
interface Seen {
  readonly texts: readonly (Quote | 'none')[];
  readonly keys: readonly (Quote | 'none')[];
}

const known = new WeakMap<Mapping | Sequence, Seen>();

/** How text is quoted beside the entries or items that are there; where they do not tell, as elsewhere. */
export function textBeside(node: Mapping | Sequence, elsewhere: TextStyle): TextStyle {
  const { texts, keys } = known.get(node) ?? look(node);
  return {
    quote: elsewhere.quote,
    texts: shared(texts, elsewhere.texts),
    keys: shared(keys, elsewhere.keys),
  };
}

function look(node: Mapping | Sequence): Seen {
  const texts =
    node.kind === 'mapping'
      ? node.entries.flatMap(each => quoteOf(each.value))
      : node.items.flatMap(quoteOfItem);
  const seen = { texts: distinct(texts), keys: distinct(keyQuotes(node)) };
  known.set(node, seen);
  return seen;
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

/** The quotes that all have, none where one has none. */
function shared(quotes: readonly (Quote | 'none')[], elsewhere: Quote | undefined): Quote | undefined {
  const [first] = quotes;
  if (first === undefined) return elsewhere;
  if (quotes.includes('none')) return undefined;
  return first === 'none' || quotes.some(each => each !== first) ? elsewhere : first;
}

function quoteOf(node: Node): readonly (Quote | 'none')[] {
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || !couldBePlain(node.value)) return [];
  return quoteOfItem(node);
}

/** In a list, text that needs its quotes speaks for them too. */
function quoteOfItem(node: Node): readonly (Quote | 'none')[] {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return [];
  return [node.style === 'single' || node.style === 'double' ? node.style : 'none'];
}

function keyQuotes(node: Mapping | Sequence): readonly (Quote | 'none')[] {
  const token = collectionToken(node);
  return (token ? realItems(token) : []).flatMap(({ key }) => {
    if (key?.type === 'single-quoted-scalar') return ['single'];
    if (key?.type === 'double-quoted-scalar') return ['double'];
    return key ? ['none'] : [];
  });
}
