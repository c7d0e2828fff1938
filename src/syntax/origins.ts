import { readByYaml } from './by-yaml.ts';
import type { Document } from './document.ts';
import { withoutSlips } from './slips.ts';

const known = new WeakMap<Document, Document>();

/** The same document with the origins of its nodes, which only those ask for who change its text. */
export function withOrigins(document: Document): Document {
  if (document.root.origin || document.within) return document;
  const found = known.get(document);
  if (found) return found;
  const { root } = readByYaml(withoutSlips(document.text, document.slips), document.format);
  const made = { ...document, root };
  known.set(document, made);
  return made;
}
