import { or, type Sentence, say } from '../../i18n/sentence.ts';
import { isArray, isObject, type Json, scalarText } from '../../syntax/json-value.ts';
import { child, type Place } from '../../syntax/place.ts';
import { evaluateText } from '../functions/evaluate.ts';
import type { Mode } from '../functions/evaluation-context.ts';
import { textAt } from '../functions/intrinsic.ts';
import { display } from '../functions/placeholder.ts';
import { absent, ambiguous, unknown, type Value } from '../value.ts';
import { fromAccount } from './account-data.ts';
import { mayShareEnvironment } from './deployed-stack.ts';
import type { Export } from './exports.ts';
import { nearestTo } from './nearest.ts';
import { rebase } from './rebase.ts';
import type { Template } from './scenario-template.ts';
import type { Stack } from './stack.ts';

/**
 * A value of another stack, for `at` here: what is known there only once deployed is a placeholder with that stack's
 * key.
 */
export function valueFrom(other: Template, place: Place, to: Template, mode: Mode, at: Place): Value<Json> {
  const value = to.enterStack(() => evaluateText(other, place, mode), at);
  switch (value.is) {
    case 'known':
      return { ...value, value: rebaseAll(value.value, other.stack, to.stack), at };
    case 'absent':
      return value;
    case 'unknown':
      return unknown(value.why, at);
  }
}

/** What an import gives, when exactly one of the templates exports that name. */
export function importedValue(template: Template, name: string, mode: Mode, at: Place): Value<Json> {
  const { system } = template.stack;
  const exported = system?.exported(name, template.stack) ?? [];
  const reachable = exported.filter(each =>
    mayShareEnvironment(each.stack.deployed, template.stack.deployed),
  );
  const found = nearestTo(reachable, each => each.stack, template.stack);
  const [only, another] = found;
  if (only && !another) return exportedValue(template, only, mode, at);
  if (!system?.exportsAny()) return unknown(say`it is imported from another stack`, at);
  const written = `\`${display(name)}\``;
  if (!only) return unknown(say`it is imported as ${written}, which no given template exports`, at);
  const candidates = new Map(
    found
      .map(each => say`\`${each.output}\` of ${each.stack.document.file}`)
      .map(each => [String(each), each]),
  );
  return ambiguous(say`it is imported as ${written}, which may be ${or([...candidates.values()])}`, at);
}

function exportedValue(
  template: Template,
  { stack, output, at: from }: Export,
  mode: Mode,
  at: Place,
): Value<Json> {
  const value = outputValue(template.templateOf(stack), output, from, template, mode, at);
  return fromAccount(template.stack, value, stack.declarations.account?.scope, '');
}

/** What the output of a nested stack is; nothing when its template was not given. */
export function nestedOutput(
  template: Template,
  id: string,
  output: string,
  mode: Mode,
  at: Place,
): Value<Json> | undefined {
  const stack = template.stack.children.get(id);
  if (!stack) return undefined;
  const from = stack.declarations.outputs.get(output);
  if (!from) return unknown(say`the template of \`${id}\` has no output \`${output}\``, at);
  const value = outputValue(template.templateOf(stack), output, from, template, mode, at);
  return doubted(value, stack.parent?.unsure);
}

/** What an output of another stack is. */
export function outputValue(
  other: Template,
  output: string,
  from: Place,
  template: Template,
  mode: Mode,
  at: Place,
): Value<Json> {
  const condition = textAt(child(from, 'Condition'));
  if (condition !== undefined && other.holds(condition) === false)
    return unknown(say`${other.stack.document.file} has no output \`${output}\` in this scenario`, at);
  const value = valueFrom(other, child(from, 'Value'), template, mode, at);
  return value.is === 'absent' ? unknown(say`the output \`${output}\` has no value`, at) : value;
}

/**
 * What the parent stack gives as a parameter: absent when it leaves it to the default, nothing without such a stack.
 */
export function passedValue(
  template: Template,
  parameter: string,
  mode: Mode,
  at: Place,
): Value<string> | undefined {
  const { parent } = template.stack;
  const place = template.stack.passed(parameter);
  if (!parent || !place) return undefined;
  const other = template.templateOf(parent.stack);
  const found = other.find(parent.at, 'Properties', 'Parameters', parameter);
  if (found.is === 'absent') return absent(at, parent.unsure);
  if (found.is === 'unknown') return unknown(found.why, at);
  const value = doubted(valueFrom(other, found.value, template, mode, at), parent.unsure);
  if (value.is !== 'known') return value;
  const items = isArray(value.value) ? value.value.map(scalarText) : [scalarText(value.value)];
  if (!items.every(item => item !== undefined))
    return unknown(say`the value passed for \`${parameter}\` is not text`, at);
  return { ...value, value: items.join(',') };
}

/** A value that is only likely, where there is a doubt. */
export function doubted<T>(value: Value<T>, unsure: Sentence | undefined): Value<T> {
  return value.is === 'unknown' || unsure === undefined ? value : { ...value, unsure };
}

function rebaseAll(value: Json, from: Stack, to: Stack): Json {
  if (typeof value === 'string') return rebase(value, from, to);
  if (isArray(value)) return value.map(item => rebaseAll(item, from, to));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rebaseAll(item, from, to)]));
}
