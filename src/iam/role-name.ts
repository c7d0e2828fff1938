import { hasPlaceholder, onlyPlaceholder } from '../cfn/functions/placeholder.ts';
import type { Resource } from '../cfn/scenario/resource.ts';
import type { Value } from '../cfn/value.ts';
import { type Json, scalarText } from '../syntax/json-value.ts';
import { type Coverage, matchTokens } from './pattern-match.ts';
import { patternTokens } from './pattern-tokens.ts';

/**
 * The names that a text, with placeholders, may give roles: a path before the name is part of an ARN alone, and the
 * value of a parameter that is a list is one text.
 */
export function roleNamesIn(text: Json): readonly string[] {
  if (typeof text !== 'string') return [];
  const names = [text, ...text.split(',')].map(each => each.trim().replace(PATH, ''));
  return [...new Set(names)].filter(each => each !== '');
}

/** Up to the last slash that is in no placeholder. */
const PATH = /^(?:[^\uFDD0]|\uFDD0[^\uFDD1]*\uFDD1)*\//s;

/**
 * Whether a name in a policy, with placeholders, is that of the role, whose `RoleName` is `own`. One that comes from
 * outside the stack is not taken for that of a role which the stack itself makes: whoever gives a parameter cannot know
 * a generated name, nor means a role that is not there yet.
 */
export function compareNames(role: Resource, own: Value<unknown>, name: string): Coverage {
  // An ARN is no name, and CloudFormation says so; it is clear which role is meant.
  const id = onlyPlaceholder(name)?.replace(/\.(?:Arn)?$/, '');
  if (id === role.id) return 'yes';
  if (own.is === 'absent') return 'no';
  if (own.is === 'unknown') return id === undefined ? 'unknown' : 'no';
  const ownName = scalarText(own.value) ?? '';
  if (ownName === name.replace(/^arn:.*:role\/(?:.*\/)?/s, '')) return 'yes';
  if (id !== undefined) {
    const names = role.template.declarations.parameters.get(id)?.default;
    return names?.split(',').some(each => each.trim() === ownName) ? 'unknown' : 'no';
  }
  if (!haveSameEnds(ownName, name)) return 'no';
  return matchTokens(patternTokens(ownName, 'text'), patternTokens(name, 'text'));
}

/** Names that begin or end in different letters cannot be one, and need not be compared piece by piece. */
function haveSameEnds(name: string, other: string): boolean {
  const marked = hasPlaceholder(name) || hasPlaceholder(other);
  return marked && same(lead(name), lead(other)) && same(lead(reversed(name)), lead(reversed(other)));
}

/** What stands before the first placeholder. */
function lead(name: string): string {
  return name.replace(/[\uFDD0\uFDD1].*/s, '');
}

function reversed(name: string): string {
  return name.split('').reverse().join('');
}

function same(lead: string, other: string): boolean {
  return lead.startsWith(other) || other.startsWith(lead);
}
