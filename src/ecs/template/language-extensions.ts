import { intrinsic, LOOP, text } from '../../cfn/functions/intrinsic.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { transforms } from '../../cfn/template/transform.ts';
import type { Document } from '../../syntax/document.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { memoize } from '../../util/memoize.ts';

/** The transform that `Fn::ForEach` and a few functions are a part of. */
export const LANGUAGE_EXTENSIONS = 'AWS::LanguageExtensions';

/** Something that CloudFormation only knows with `AWS::LanguageExtensions`. */
export interface Extension {
  readonly at: Place;
  readonly name: string;
}

const FUNCTIONS: ReadonlySet<string> = new Set(['Fn::Length', 'Fn::ToJsonString']);

/** The first extension that a template uses, where it has no transform for it; a macro may know it too. */
export function unsupportedExtension({ declarations }: Template): Extension | undefined {
  const { document, macro } = declarations;
  if (macro !== undefined || hasExtensions(document)) return undefined;
  return extensionIn(document);
}

function hasExtensions(document: Document): boolean {
  return transforms(document).some(each => text(each) === LANGUAGE_EXTENSIONS);
}

const SECTIONS = ['Conditions', 'Resources', 'Outputs'];

const extensionIn = memoize((document: Document): Extension | undefined => {
  if (!/Fn::ForEach::|\b(?:Length|ToJsonString)\b/.test(document.text)) return undefined;
  for (const section of SECTIONS) {
    const found = firstBelow({ document, path: [section] });
    if (found) return found;
  }
  return undefined;
});

/** What is shared by an alias is found where it is written, if that is in a section too. */
function firstBelow(at: Place): Extension | undefined {
  const node = nodeAt(at);
  if (!node || node.kind === 'scalar' || node.shared) return undefined;
  const call = intrinsic(node);
  if (call && FUNCTIONS.has(call.name)) return { at, name: call.name };
  if (node.kind === 'sequence') return first(node.items.map((_, i) => child(at, i)));
  const loop = node.entries.find(each => each.key.startsWith(LOOP));
  if (loop) return { at: { ...child(at, loop.key), range: loop.keyRange }, name: 'Fn::ForEach' };
  return first(node.entries.filter(each => each.key !== 'Metadata').map(each => child(at, each.key)));
}

function first(places: readonly Place[]): Extension | undefined {
  for (const place of places) {
    const found = firstBelow(place);
    if (found) return found;
  }
  return undefined;
}
