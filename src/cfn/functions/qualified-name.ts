import type { Json } from '../../syntax/json-value.ts';
import { isDeployTimeValue } from './dynamic-reference.ts';
import {
  hasPlaceholder,
  onlyPlaceholder,
  partsOf,
  placeholder,
  STACK_SEPARATOR,
  substituted,
} from './placeholder.ts';

/** The same in every stack of one deployment: same account, same region. */
const SHARED: ReadonlySet<string> = new Set([
  'AWS::AccountId',
  'AWS::NoValue',
  'AWS::Partition',
  'AWS::Region',
  'AWS::URLSuffix',
]);

/** A name in a placeholder: one of another stack comes with its key. */
export interface QualifiedName {
  readonly key: string | undefined;
  readonly name: string;
}

export function qualifiedName(written: string): QualifiedName {
  const at = written.indexOf(STACK_SEPARATOR);
  return at < 0
    ? { key: undefined, name: written }
    : { key: written.slice(0, at), name: written.slice(at + 1) };
}

/**
 * A text of the stack `from` as the stack `to` sees it: each names what is its own without a key.
 *
 * @param apart The pseudo parameters that may not be the same in both.
 */
export function rebaseNames(
  text: string,
  from: string,
  to: string,
  apart: (pseudoParameter: string) => boolean = () => false,
): string {
  if (from === to) return text;
  const rebased = (written: string): string => {
    const { key = from, name } = qualifiedName(written);
    const isShared = SHARED.has(written) && !apart(written);
    return isShared || isDeployTimeValue(name) || key === to ? name : `${key}${STACK_SEPARATOR}${name}`;
  };
  return partsOf(text)
    .map((part, i) => (i % 2 === 0 ? part : placeholder(rebased(part))))
    .join('');
}

/** Whether a text holds what only another stack has a name for. */
export function namesAnother(text: string): boolean {
  return text.includes(STACK_SEPARATOR);
}

/** A text as `Fn::Sub` has it; nothing for one that holds what only another stack has a name for. */
export function substitution(text: string): { readonly 'Fn::Sub': string } | undefined {
  return namesAnother(text) ? undefined : { 'Fn::Sub': substituted(text) };
}

/** A text as a template of its stack writes it: as it is, unless a part of it is only known once deployed. */
export function writtenText(text: string): Json | undefined {
  const name = onlyPlaceholder(text);
  if (name !== undefined && /^[\w:]+$/.test(name)) return { Ref: name };
  return hasPlaceholder(text) ? substitution(text) : text;
}

/** A name whose placeholders may be anything: `${Network}-Cluster` is `${AWS::StackName}-Cluster`. */
export function openName(name: string): string {
  return partsOf(name)
    .map((part, i) => (i % 2 === 0 ? part : placeholder('')))
    .join('');
}
