import type { Json } from '../../syntax/json.ts';
import { isLate } from './late.ts';
import { hasReference, OF, onlyReference, partsOf, reference, substituted } from './reference.ts';

/** The same in every stack of one deployment: same account, same region. */
const SHARED: ReadonlySet<string> = new Set([
  'AWS::AccountId',
  'AWS::NoValue',
  'AWS::Partition',
  'AWS::Region',
  'AWS::URLSuffix',
]);

/** A name in a mark: one of another stack comes with its key. */
export interface Scoped {
  readonly key: string | undefined;
  readonly name: string;
}

export function scopedName(written: string): Scoped {
  const at = written.indexOf(OF);
  return at < 0
    ? { key: undefined, name: written }
    : { key: written.slice(0, at), name: written.slice(at + 1) };
}

/** A text of the stack `from` as the stack `to` sees it: each names what is its own without a key. */
export function carry(text: string, from: string, to: string): string {
  if (from === to) return text;
  return partsOf(text)
    .map((part, i) => (i % 2 === 0 ? part : reference(carryName(part, from, to))))
    .join('');
}

function carryName(written: string, from: string, to: string): string {
  const { key = from, name } = scopedName(written);
  return SHARED.has(name) || isLate(name) || key === to ? name : `${key}${OF}${name}`;
}

/** Whether a text holds what only another stack has a name for. */
export function namesAnother(text: string): boolean {
  return text.includes(OF);
}

/** A text as `Fn::Sub` has it; nothing for one that holds what only another stack has a name for. */
export function substitution(text: string): { readonly 'Fn::Sub': string } | undefined {
  return namesAnother(text) ? undefined : { 'Fn::Sub': substituted(text) };
}

/** A text as a template of its stack writes it: as it is, unless a part of it is only known once deployed. */
export function writtenText(text: string): Json | undefined {
  const name = onlyReference(text);
  if (name !== undefined && /^[\w:]+$/.test(name)) return { Ref: name };
  return hasReference(text) ? substitution(text) : text;
}

/** A name whose marks may be anything: `${Network}-Cluster` is `${AWS::StackName}-Cluster`. */
export function openName(name: string): string {
  return partsOf(name)
    .map((part, i) => (i % 2 === 0 ? part : reference('')))
    .join('');
}
