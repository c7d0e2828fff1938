import { parse } from '../../syntax/parse.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { intrinsic } from '../intrinsic.ts';
import type { Template } from '../template.ts';
import { andThen, known, unknown, type Value } from '../value.ts';
import { expandArn } from './arn.ts';

/** One entry of `Action` or `Resource`: its text with marks, or why that is not known. */
export type Pattern =
  | { readonly text: string; readonly at: Place }
  | { readonly text: undefined; readonly why: string; readonly at: Place };

export interface Statement {
  readonly at: Place;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly Pattern[];
  /** `NotAction`: all but these. */
  readonly exceptActions: boolean;
  readonly resources: readonly Pattern[];
  /** `NotResource`: all but these. */
  readonly exceptResources: boolean;
  /** Holds only under a `Condition`. */
  readonly conditional: boolean;
}

/** The statements of a policy document, which may also be JSON in a text. A statement that cannot be read is unknown. */
export function readStatements(template: Template, document: Place): readonly Value<Statement>[] {
  const root = andThen(template.find(document), at => openDocument(template, at));
  const items = andThen(root, at => template.items(at, 'Statement'));
  if (items.is === 'absent') return [];
  if (items.is === 'unknown') return [items];
  return items.value.map(item => readStatement(template, item));
}

function openDocument(template: Template, at: Place): Value<Place> {
  const node = nodeAt(at);
  const isText = node?.kind === 'scalar' || intrinsic(node) !== undefined;
  if (!isText) return known(at, at);
  return andThen(template.shape(at), text => {
    const document = typeof text === 'string' ? parse(`${at.document.file}.json`, text) : undefined;
    if (document?.format !== 'json' || document.problems.length > 0)
      return unknown('its policy document is text that is not JSON', at);
    return known({ document: { ...document, within: at }, path: [] }, at);
  });
}

function readStatement(template: Template, at: Place): Value<Statement> {
  const node = nodeAt(at);
  if (node?.kind !== 'mapping' || intrinsic(node))
    return unknown('a statement of its policy is computed', at);
  const effect = template.read(at, 'Effect');
  if (effect.is !== 'known' || (effect.value !== 'Allow' && effect.value !== 'Deny'))
    return unknown('a statement of its policy has no literal `Effect`', at);
  const exceptActions = template.find(at, 'NotAction').is !== 'absent';
  const exceptResources = template.find(at, 'NotResource').is !== 'absent';
  const statement: Statement = {
    at,
    effect: effect.value,
    actions: patterns(template, child(at, exceptActions ? 'NotAction' : 'Action')),
    exceptActions,
    resources: patterns(template, child(at, exceptResources ? 'NotResource' : 'Resource')),
    exceptResources,
    conditional: hasCondition(template, at),
  };
  return known(statement, at);
}

function hasCondition(template: Template, at: Place): boolean {
  const condition = template.find(at, 'Condition');
  if (condition.is !== 'known') return condition.is === 'unknown';
  const node = nodeAt(condition.value);
  return !(node?.kind === 'mapping' && node.entries.length === 0);
}

function patterns(template: Template, from: Place): readonly Pattern[] {
  const items = template.items(from);
  if (items.is === 'absent') return [];
  if (items.is === 'unknown') return computed(template, from, items.why);
  return items.value.map(at => {
    const text = template.shape(at);
    if (text.is === 'known' && typeof text.value === 'string')
      return { text: expandArn(template.declarations, text.value), at };
    return { text: undefined, why: text.is === 'unknown' ? text.why : 'it is not text', at };
  });
}

/** A list, or the one item of it, that a function computes. */
function computed(template: Template, at: Place, why: string): readonly Pattern[] {
  const value = template.shape(at);
  const texts = value.is === 'known' ? [value.value].flat() : [];
  if (texts.length === 0 || !texts.every(text => typeof text === 'string'))
    return [{ text: undefined, why, at }];
  return texts.map(text => ({ text: expandArn(template.declarations, text), at: value.at }));
}
