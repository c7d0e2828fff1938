import { display, hasPlaceholder, onlyPlaceholder } from '../cfn/functions/placeholder.ts';
import { openName } from '../cfn/functions/qualified-name.ts';
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
  const names = [text, ...text.split(',')].map(each => nameOfRole(each.trim()));
  return [...new Set(names)].filter(each => each !== '');
}

/** The name in what may be an ARN, or have a path; empty for an ARN of something else. */
function nameOfRole(text: string): string {
  return isArnOfOther(text) ? '' : text.replace(PATH, '');
}

/** Whether a text with placeholders is an ARN, and that of something else than a role, whatever they stand for. */
export function isArnOfOther(text: string): boolean {
  const [, service, resource] = ARN.exec(openName(text)) ?? [];
  if (service === undefined || resource === undefined)
    return text.startsWith('arn:') && !hasPlaceholder(text);
  const isOpen = hasPlaceholder(service) || hasPlaceholder(resource.slice(0, ROLE.length));
  return !isOpen && !(service === 'iam' && resource.startsWith(ROLE));
}

const ARN = /^arn:[^:]*:([^:]*):[^:]*:[^:]*:(.*)$/s;
const ROLE = 'role/';

/** Up to the last slash that is in no placeholder. */
const PATH = /^(?:[^\uFDD0]|\uFDD0[^\uFDD1]*\uFDD1)*\//s;

/**
 * Whether a name in a policy, with placeholders, is that of the role, whose `RoleName` is `own`. One that comes from
 * outside the stack may be a name that somebody chose for the role, but not one that CloudFormation generates; where a
 * parameter has a default, that is what is meant.
 */
export function compareNames(role: Resource, own: Value<unknown>, name: string): Coverage {
  // An ARN is no name, nor is a path, and CloudFormation says so; it is clear which role is meant.
  const plain = nameOfRole(name);
  const id = onlyPlaceholder(plain)?.replace(/\.(?:Arn)?$/, '');
  if (id === role.id) return 'yes';
  if (own.is === 'absent') return 'no';
  const { stack, declarations } = role.template;
  const isOther = id !== undefined && declarations.resources.get(id)?.type === role.type;
  if (own.is === 'unknown') return isOther ? 'no' : 'unknown';
  const ownName = stack.withPseudoParameters(scalarText(own.value) ?? '');
  const written = stack.withPseudoParameters(plain);
  if (ownName === written) return 'yes';
  if (id !== undefined) {
    const names = declarations.parameters.get(id)?.default;
    const isNamed = names === undefined || names.split(',').some(each => each.trim() === ownName);
    return isNamed && !isOther ? 'unknown' : 'no';
  }
  return haveSameEnds(ownName, written) ? matchNames(ownName, written) : 'no';
}

function matchNames(name: string, other: string): Coverage {
  return matchTokens(patternTokens(name, 'text'), patternTokens(other, 'text'));
}

/**
 * Whether two names, as all stacks have them, are the same. Of what stacks call by one name each has its own, which may
 * be the same but for the name of the stack. A name of which nothing is known may be any, and is not taken for this one.
 */
export function compareSharedNames(own: string, name: string): Coverage {
  if (own === name) return 'yes';
  if (!hasPlaceholder(own) || !hasPlaceholder(name)) {
    const isTelling = [own, name].every(each => LETTERS.test(openName(each)));
    return isTelling && haveSameEnds(own, name) ? matchNames(own, name) : 'no';
  }
  return display(own) === display(name) && !own.includes('AWS::StackName') ? 'unknown' : 'no';
}

const LETTERS = /[a-z\d]{2}/i;

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
