import { once } from '../util/once.ts';
import { readByYaml } from './by-yaml.ts';
import type { Document } from './document.ts';
import { withoutSlips } from './slips.ts';

/** The same document with the origins of its nodes, which only those ask for who change its text. */
export const withOrigins: (document: Document) => Document = once(document => {
  if (document.root.origin || document.within) return document;
  const { root } = readByYaml(withoutSlips(document.text, document.slips), document.format);
  return { ...document, root };
});
