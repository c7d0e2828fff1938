import { text } from '../cfn/functions/intrinsic.ts';
import { LANGUAGE_EXTENSIONS } from '../ecs/template/language-extensions.ts';
import { append, type Edit, set } from '../edit/tree/edit.ts';
import type { Document } from '../syntax/document.ts';
import { type Node, toJson } from '../syntax/node.ts';
import { child, isWritten, nodeAt, type Place } from '../syntax/place.ts';

/** Adds the transform `AWS::LanguageExtensions`, which has to stand before that of SAM. */
export function addLanguageExtensions(document: Document): readonly Edit[] {
  const at: Place = { document, path: ['Transform'] };
  const node = nodeAt(at);
  if (!node || !isWritten(at)) {
    const edit = { op: 'set', at, value: LANGUAGE_EXTENSIONS } as const;
    const after = headOf(document.root);
    return [after === undefined ? edit : { ...edit, after }];
  }
  return node.kind === 'sequence'
    ? addToList(at, node.items)
    : [set(at, [LANGUAGE_EXTENSIONS, toJson(node)])];
}

/** It goes to the end, and what has to stand behind it goes further. */
function addToList(list: Place, items: readonly Node[]): readonly Edit[] {
  const added = append(list, LANGUAGE_EXTENSIONS);
  const sam = items.findIndex(each => text(each)?.startsWith('AWS::Serverless-'));
  const name = text(items[sam]);
  return name === undefined ? [added] : [set(child(list, sam), LANGUAGE_EXTENSIONS), append(list, name)];
}

/** The last of the keys that stand at the head of a template. */
function headOf(root: Node): string | undefined {
  const keys = root.kind === 'mapping' ? root.entries.map(each => each.key) : [];
  return keys.findLast(key => key === 'AWSTemplateFormatVersion' || key === 'Description');
}
