import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json-value.ts';
import type { Place } from '../../syntax/place.ts';
import { known, unknown, type Value } from '../value.ts';
import { placeholder, substituted } from './placeholder.ts';

const STORED = /\{\{resolve:[^{}]*\}\}/g;

/** Whether a text is, or holds, a value that a store tells when it is deployed. */
export function hasDynamicReference(text: string): boolean {
  return text.includes('{{resolve:');
}

/** The text with a placeholder in place of each such value. */
export function withDynamicReferencePlaceholders(text: string): string {
  return text.replace(STORED, placeholder);
}

/** A placeholder for what another stack exports under a name. */
export function importPlaceholder(name: string): string {
  return placeholder(`${IMPORT}${substituted(name)}`);
}

const IMPORT = 'import ';

/** Whether a placeholder stands for what another stack exports. */
export function isImport(name: string): boolean {
  return name.startsWith(IMPORT);
}

/** Whether a placeholder stands for such a value, which is the same wherever it is asked for. */
export function isDeployTimeValue(name: string): boolean {
  return isImport(name) || hasDynamicReference(name);
}

/** Longer than anything that a template may hold; functions in functions could go on to fill the memory. */
const LONGEST = 500_000;

/** What is written, or was computed; a text in it may be a reference to a store that is read when it is deployed. */
export function textValue(value: Json, at: Place, unsure?: Sentence): Value<Json> {
  if (typeof value !== 'string') return known(value, at, unsure);
  if (value.length > LONGEST) return unknown(say`it is too long`, at);
  return hasDynamicReference(value) ? unknown(say`it is a dynamic reference`, at) : known(value, at, unsure);
}
