import { hasPlaceholder } from '../cfn/functions/placeholder.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import { andThen } from '../cfn/value.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import { entry } from '../syntax/node.ts';
import { child, nodeAt, type Path, type Place } from '../syntax/place.ts';
import { isTransformed, openDocument } from './policy-document.ts';
import {
  actionMeantBy,
  effectMeantBy,
  elementKey,
  elementMeantBy,
  isMap,
  textMeantBy,
} from './policy-elements.ts';

/** Something in a policy document for which IAM refuses the whole policy. */
export interface PolicySyntaxError {
  readonly is: 'element' | 'effect' | 'map' | 'blank' | 'wildcard';
  /** The value, or that of the key where it is the key that is wrong. */
  readonly at: Place;
  /** The element, as it is written. */
  readonly element: string;
  readonly written: string;
  /** What would be right, where that is plain. */
  readonly meant: string | undefined;
  readonly unsure: Sentence | undefined;
}

/** What IAM refuses a policy document for, as far as that is about the names of elements, effects and actions. */
export function policySyntaxErrors(
  template: Template,
  from: Place,
  ...keys: Path
): readonly PolicySyntaxError[] {
  const root = andThen(template.find(from, ...keys), at => openDocument(template, at));
  if (root.is !== 'known') return [];
  const items = template.items(root.value, elementKey(root.value, 'Statement'));
  const errors = items.is === 'known' ? items.value.flatMap(each => inStatement(template, each)) : [];
  const unsure = root.unsure ?? (items.is === 'known' ? items.unsure : undefined);
  const rewritten = template.declarations.macro && say`a macro may rewrite the policy`;
  return [...inKeys(root.value), ...errors].map(each => ({
    ...each,
    unsure: each.unsure ?? unsure ?? rewritten,
  }));
}

function inStatement(template: Template, at: Place): readonly PolicySyntaxError[] {
  if (!isMap(nodeAt(at)) || isTransformed(at)) return [];
  const lists = ['Action', 'NotAction', 'Resource', 'NotResource'].flatMap(element => {
    const items = template.items(at, elementKey(at, element));
    return items.is === 'known' ? items.value.flatMap(item => inItem(template, element, item)) : [];
  });
  return [...inKeys(at), ...inEffect(template, at), ...lists];
}

function inKeys(map: Place): readonly PolicySyntaxError[] {
  const node = nodeAt(map);
  if (node?.kind !== 'mapping' || isTransformed(map)) return [];
  return node.entries.flatMap(({ key }) => {
    const element = elementMeantBy(key);
    if (element === undefined || element === key) return [];
    const meant = entry(node, element) ? undefined : element;
    return [{ is: 'element' as const, at: child(map, key), element, written: key, meant, unsure: undefined }];
  });
}

function inEffect(template: Template, statement: Place): readonly PolicySyntaxError[] {
  const effect = template.symbolic(statement, elementKey(statement, 'Effect'));
  if (effect.is !== 'known' || typeof effect.value !== 'string' || hasPlaceholder(effect.value)) return [];
  const meant = effectMeantBy(effect.value);
  if (meant === effect.value) return [];
  const { at, value: written, unsure } = effect;
  return [{ is: 'effect', at, element: 'Effect', written, meant, unsure }];
}

function inItem(template: Template, element: string, at: Place): readonly PolicySyntaxError[] {
  const node = nodeAt(at);
  if (isMap(node) && !isTransformed(at)) {
    const key = node?.kind === 'mapping' ? (node.entries[0]?.key ?? '') : '';
    return [{ is: 'map', at, element, written: key, meant: textMeantBy(node, element), unsure: undefined }];
  }
  const text = template.symbolic(at);
  if (text.is !== 'known' || typeof text.value !== 'string' || !element.endsWith('Action')) return [];
  const { value: written, unsure } = text;
  if (/\s/.test(written) && !hasPlaceholder(written))
    return [{ is: 'blank', at, element, written, meant: actionMeantBy(written), unsure }];
  const isRefused = /^[^:]*[*?]/.test(written) && !/^(?:\*+|\*:\*)$/.test(written);
  return isRefused && !hasPlaceholder(written)
    ? [{ is: 'wildcard', at, element, written, meant: undefined, unsure }]
    : [];
}
