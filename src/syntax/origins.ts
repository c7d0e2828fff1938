import { memoize } from '../util/memoize.ts';
import type { Document } from './document.ts';
import { parseFull } from './full-parser.ts';
import { RangeMover } from './move-ranges.ts';
import { withoutTypos } from './recovery/recoverable-errors.ts';

/** The same document with the origins of its nodes, which only those ask for who change its text. */
export const withOrigins: (document: Document) => Document = memoize(document => {
  if (document.root.origin || document.within) return document;
  const { root } = parseFull(withoutTypos(document.text, document.typos), document.format);
  return { ...document, root: new RangeMover(document.typos).node(root) };
});
