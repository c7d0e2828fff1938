import type { Place } from '../../syntax/place.ts';
import { hasReference } from '../reference.ts';
import type { Value } from '../value.ts';
import { type Coverage, covers } from './arn.ts';
import type { Pattern, Statement } from './statements.ts';
import { matchesAction } from './wildcard.ts';

/**
 * What a set of policies says about one action on one resource.
 * `restricted`: allowed, but only under a condition or on other resources.
 */
export type Grant =
  | { readonly is: 'granted'; readonly by: readonly Place[] }
  | { readonly is: 'denied'; readonly by: readonly Place[] }
  | { readonly is: 'restricted'; readonly by: readonly Place[]; readonly why: 'condition' | 'resource' }
  | { readonly is: 'unknown'; readonly why: string; readonly at: Place }
  | { readonly is: 'missing' };

/** How one statement, or one AWS-managed policy, bears on an action. `at` is the pattern that names the action. */
export type Bearing =
  | { readonly is: 'allows' | 'denies'; readonly at: Place }
  | { readonly is: 'restricts'; readonly at: Place; readonly why: 'condition' | 'resource' }
  | { readonly is: 'unknown'; readonly at: Place; readonly why: string };

/** An explicit Deny wins, then an Allow, then doubt: a right that is not known to be missing is not missing. */
export function weigh(bearings: readonly Bearing[]): Grant {
  const places = (is: Bearing['is']): Place[] => bearings.filter(each => each.is === is).map(each => each.at);
  const denied = places('denies');
  if (denied.length > 0) return { is: 'denied', by: denied };
  const allowed = places('allows');
  if (allowed.length > 0) return { is: 'granted', by: allowed };
  const doubt = bearings.find(each => each.is === 'unknown');
  if (doubt) return { is: 'unknown', why: doubt.why, at: doubt.at };
  const restriction = bearings.find(each => each.is === 'restricts');
  if (restriction) return { is: 'restricted', by: places('restricts'), why: restriction.why };
  return { is: 'missing' };
}

/**
 * How a statement bears on an action on a resource, which may have several names that mean the same
 * (`arn:…:log-group:/exec:*` and that of the group `Logs`); `*` is all resources.
 */
export function bearingOf(
  statement: Value<Statement>,
  action: string,
  resource: readonly string[],
): Bearing | undefined {
  if (statement.is === 'absent') return undefined;
  if (statement.is === 'unknown') return { is: 'unknown', why: statement.why, at: statement.at };
  const { effect, conditional } = statement.value;
  const named = namesAction(statement.value, action);
  if (named.is === 'no') return undefined;
  const reach = reaches(statement.value, resource);
  if (effect === 'Deny' && reach === 'no') return undefined;
  if (named.is === 'unknown' || reach === 'unknown')
    return {
      is: 'unknown',
      why: named.why ?? 'a resource in its policy is only known once deployed',
      at: named.at,
    };
  if (conditional) return { is: 'restricts', at: named.at, why: 'condition' };
  if (reach === 'no') return { is: 'restricts', at: named.at, why: 'resource' };
  return { is: effect === 'Allow' ? 'allows' : 'denies', at: named.at };
}

interface Named {
  readonly is: Coverage;
  readonly at: Place;
  readonly why?: string;
}

function namesAction(statement: Statement, action: string): Named {
  const hit = statement.actions.find(each => each.text !== undefined && matchesAction(each.text, action));
  const doubt = statement.actions.find(each => each.text === undefined || hasReference(each.text));
  const { exceptActions, at } = statement;
  if (hit) return { is: exceptActions ? 'no' : 'yes', at: hit.at };
  if (doubt)
    return { is: 'unknown', at: doubt.at, why: 'an action in its policy is only known once deployed' };
  return { is: exceptActions ? 'yes' : 'no', at };
}

function reaches(statement: Statement, resource: readonly string[]): Coverage {
  const { resources, exceptResources } = statement;
  if (exceptResources) return resource.includes('*') ? 'no' : 'unknown';
  const coverages = resources.map(pattern => coverage(pattern, resource));
  if (coverages.includes('yes')) return 'yes';
  return coverages.includes('unknown') ? 'unknown' : 'no';
}

/** All names mean one resource, so a pattern that covers one covers it, and a definite no about one is a no. */
function coverage(pattern: Pattern, names: readonly string[]): Coverage {
  const { text } = pattern;
  if (text === undefined) return 'unknown';
  const each = names.map(name => covers(text, name));
  if (each.includes('yes')) return 'yes';
  return each.includes('no') ? 'no' : 'unknown';
}
