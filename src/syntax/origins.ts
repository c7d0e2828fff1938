import type { Node as YamlNode } from 'yaml';
import { memoize } from '../util/memoize.ts';
import type { Document } from './document.ts';
import { composeOnly, parseFull } from './full-parser.ts';
import { RangeMover } from './move-ranges.ts';
import { withoutTypos } from './recovery/recoverable-errors.ts';
import { isTokenSource } from './source-tokens.ts';

/** The same document with the tokens of its nodes, which only those ask for who change its text. */
export const withOrigins: (document: Document) => Document = memoize(document => {
  const { origin } = document.root;
  const isRead = isTokenSource(origin) ? document.typos.length === 0 : origin !== undefined;
  if (isRead || document.within) return document;
  const { root } = parseFull(withoutTypos(document.text, document.typos), document.format);
  return { ...document, root: new RangeMover(document.typos).node(root) };
});

/** What the library reads a document as, also where the program reads it in another way. */
export function composed({ root: { origin }, text, typos, format }: Document): YamlNode | undefined {
  if (origin && !isTokenSource(origin)) return origin;
  const alone = isTokenSource(origin) ? composeOnly(withoutTypos(text, typos)) : undefined;
  if (alone) return alone;
  const { root } = parseFull(withoutTypos(text, typos), format);
  return isTokenSource(root.origin) ? undefined : root.origin;
}
