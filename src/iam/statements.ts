import { intrinsic, text } from '../cfn/functions/intrinsic.ts';
import { hasPlaceholder } from '../cfn/functions/placeholder.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import { andThen, known, unknown, type Value } from '../cfn/value.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import { isArray, type Json } from '../syntax/json-value.ts';
import { child, isWritten, nodeAt, type Path, type Place } from '../syntax/place.ts';
import { isTransformed, openDocument } from './policy-document.ts';
import { effectMeantBy, elementKey, textMeantBy } from './policy-elements.ts';

/** One entry of `Action` or `Resource`: its text with placeholders, or why that is not known. */
export type Pattern =
  | { readonly text: string; readonly at: Place }
  | { readonly text: undefined; readonly why: Sentence; readonly at: Place };

export interface Statement {
  readonly template: Template;
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

/**
 * The statements of a policy document, which may also be JSON in a text. A statement that cannot be read is unknown; one
 * that IAM refuses is read as it is meant, so that nothing is reported twice.
 */
export function readStatements(template: Template, from: Place, ...keys: Path): readonly Value<Statement>[] {
  const root = andThen(template.find(from, ...keys), at => openDocument(template, at));
  const items = andThen(root, at => template.items(at, elementKey(at, 'Statement')));
  if (items.is === 'absent') return [];
  if (items.is === 'unknown') return [items];
  return items.value.map(item => readStatement(template, item));
}

function readStatement(template: Template, at: Place): Value<Statement> {
  const node = nodeAt(at);
  if (node?.kind !== 'mapping' || intrinsic(node) || isTransformed(at))
    return unknown(say`a statement of its policy is computed`, at);
  const written = template.symbolic(at, elementKey(at, 'Effect'));
  const effect = written.is === 'known' ? effectMeantBy(String(written.value)) : undefined;
  if (effect === undefined) return unknown(say`a statement of its policy has no literal \`Effect\``, at);
  const exceptActions = has(template, at, 'NotAction');
  const exceptResources = has(template, at, 'NotResource');
  const statement: Statement = {
    template,
    at,
    effect,
    actions: patterns(template, at, exceptActions ? 'NotAction' : 'Action').map(withoutBlanks),
    exceptActions,
    resources: patterns(template, at, exceptResources ? 'NotResource' : 'Resource'),
    exceptResources,
    conditional: hasCondition(template, at),
  };
  return known(statement, at);
}

/** A macro of the template may add anything anywhere, but not to a statement that is complete without it. */
function has(template: Template, statement: Place, element: string): boolean {
  const key = elementKey(statement, element);
  return isWritten(child(statement, key)) && template.find(statement, key).is !== 'absent';
}

/** An operator without a key holds for every request. */
function hasCondition(template: Template, statement: Place): boolean {
  if (!has(template, statement, 'Condition')) return false;
  const condition = template.find(statement, elementKey(statement, 'Condition'));
  const node = condition.is === 'known' ? nodeAt(condition.value) : undefined;
  if (condition.is !== 'known' || node?.kind !== 'mapping' || intrinsic(node)) return true;
  return node.entries.some(({ key }) => {
    const operator = template.find(condition.value, key);
    const keys = operator.is === 'known' ? nodeAt(operator.value) : undefined;
    return operator.is !== 'absent' && !(keys?.kind === 'mapping' && keys.entries.length === 0);
  });
}

function patterns(template: Template, statement: Place, element: string): readonly Pattern[] {
  const list = stringList(template, child(statement, elementKey(statement, element)));
  if (list.is === 'absent') return [];
  if (list.is === 'unknown') return [{ text: undefined, why: list.why, at: list.at }];
  return list.value.map(each => {
    if (each.is === 'known') return { text: each.value, at: each.at };
    const meant = textMeantBy(nodeAt(each.at), element);
    if (meant !== undefined) return { text: meant, at: each.at };
    return { text: undefined, why: each.is === 'unknown' ? each.why : say`it is empty`, at: each.at };
  });
}

function withoutBlanks(action: Pattern): Pattern {
  const { text } = action;
  return text === undefined || hasPlaceholder(text) ? action : { ...action, text: text.replace(/\s/g, '') };
}

const LIST_TYPE = /^(?:CommaDelimitedList$|List<)/;

/**
 * The texts of a list, with placeholders; one text where IAM takes one or many. In a list that a function computes
 * every text has the place of the list; one that rests on a parameter's default is not known.
 */
export function stringList(template: Template, from: Place, ...keys: Path): Value<readonly Value<string>[]> {
  const items = template.items(from, ...keys);
  if (items.is === 'absent') return items;
  if (items.is === 'known' && items.unsure === undefined) {
    const texts = items.value.map(at => andThen(template.symbolicWithImports(at), textOf));
    return known(texts, items.at);
  }
  const list = template.symbolicWithImports(from, ...keys);
  if (list.is === 'known') return known(computed(template, list.value, list.at), list.at);
  return items.is === 'known' ? unknown(items.unsure ?? say``, items.at) : items;
}

function computed(template: Template, list: Json, at: Place): readonly Value<string>[] {
  if (typeof list === 'string' && isListParameter(template, at)) return split(list, at);
  const parts = isArray(list) ? list : [list];
  return parts.map(part => textOf(part, at));
}

function textOf(value: Json, at: Place): Value<string> {
  return typeof value === 'object' ? unknown(say`it is not text`, at) : known(String(value), at);
}

/** The value that is given for a parameter that is a list is one text. */
function split(list: string, at: Place): readonly Value<string>[] {
  return list.split(',').map(part => known(part.trim(), at));
}

function isListParameter(template: Template, at: Place): boolean {
  const call = intrinsic(nodeAt(at));
  const name = call?.name === 'Ref' ? text(call.argument) : undefined;
  const parameter = name === undefined ? undefined : template.declarations.parameters.get(name);
  return parameter !== undefined && LIST_TYPE.test(parameter.type);
}
