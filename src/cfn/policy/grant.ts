import type { Place } from '../../syntax/place.ts';
import { hasReference } from '../reference.ts';
import type { Value } from '../value.ts';
import { expandArn, isAnother } from './arn.ts';
import type { Coverage } from './coverage.ts';
import { covers } from './covers.ts';
import type { Statement } from './statements.ts';
import { coversAction } from './wildcard.ts';

/** What a set of policies says about one action on one resource. */
export type Grant =
  | {
      readonly is: 'granted';
      readonly by: readonly Place[];
      /** What denies it in some requests: a Deny under a `Condition`, or one of which not all is known. */
      readonly perhapsDeniedBy: readonly Place[];
    }
  | {
      readonly is: 'denied';
      readonly by: readonly Place[];
      /** The permissions boundary, where it is that which denies the action or does not allow it. */
      readonly boundary?: Place;
    }
  /** Allowed, but only under a condition or on other resources. */
  | { readonly is: 'restricted'; readonly by: readonly Place[]; readonly why: 'condition' | 'resource' }
  | { readonly is: 'unknown'; readonly why: string; readonly at: Place }
  | { readonly is: 'missing' };

/** How one statement, or one AWS-managed policy, bears on an action. `at` is the pattern that names the action. */
export type Bearing =
  | { readonly is: 'allows' | 'denies' | 'may deny'; readonly at: Place }
  | { readonly is: 'restricts'; readonly at: Place; readonly why: 'condition' | 'resource' }
  | { readonly is: 'unknown'; readonly at: Place; readonly why: string };

/**
 * A Deny wins, then an Allow, then doubt: a right that is not known to be missing is not missing. A Deny that does not
 * always hold takes nothing away that is there.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function weigh(bearings: readonly Bearing[]): Grant {
  const places = (is: Bearing['is']): Place[] => bearings.filter(each => each.is === is).map(each => each.at);
  const denied = places('denies');
  if (denied.length > 0) return { is: 'denied', by: denied };
  const allowed = places('allows');
  if (allowed.length > 0) return { is: 'granted', by: allowed, perhapsDeniedBy: places('may deny') };
  const doubt = bearings.find(each => each.is === 'unknown');
  if (doubt) return { is: 'unknown', why: doubt.why, at: doubt.at };
  const restrictions = bearings.filter(each => each.is === 'restricts');
  const conditions = restrictions.filter(each => each.why === 'condition');
  if (conditions.length > 0)
    return { is: 'restricted', by: conditions.map(each => each.at), why: 'condition' };
  if (restrictions.length > 0)
    return { is: 'restricted', by: restrictions.map(each => each.at), why: 'resource' };
  return { is: 'missing' };
}

/**
 * What is left of a right under a permissions boundary, which allows nothing itself. `limit` is what the boundary says.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function bounded(grant: Grant, limit: Grant, boundary: Place): Grant {
  if (grant.is === 'denied') return grant;
  switch (limit.is) {
    case 'denied':
      return { is: 'denied', by: limit.by, boundary };
    case 'missing':
      return { is: 'denied', by: [boundary], boundary };
    case 'granted': {
      const { perhapsDeniedBy } = limit;
      if (grant.is !== 'granted') return grant;
      return { ...grant, perhapsDeniedBy: [...grant.perhapsDeniedBy, ...perhapsDeniedBy] };
    }
    case 'restricted':
      if (grant.is === 'restricted') return grant.why === 'resource' ? grant : limit;
      return grant.is === 'granted' ? limit : grant;
    case 'unknown':
      return grant.is === 'granted' || grant.is === 'restricted' ? limit : grant;
  }
}

/**
 * How a statement bears on an action on a resource, which may have several names that mean the same
 * (`arn:…:log-group:/exec:*` and that of the group `Logs`); `*` is what actions that have no resource are asked on.
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
  const { at, why } = named;
  if (effect === 'Deny') {
    if (reach === 'no') return undefined;
    const isCertain = named.is === 'yes' && reach === 'yes' && !conditional;
    return { is: isCertain ? 'denies' : 'may deny', at };
  }
  if (reach === 'no') return named.is === 'yes' ? { is: 'restricts', at, why: 'resource' } : undefined;
  if (named.is === 'unknown') return { is: 'unknown', why, at };
  if (reach === 'unknown')
    return { is: 'unknown', why: 'a resource in its policy is only known once deployed', at };
  return conditional ? { is: 'restricts', at, why: 'condition' } : { is: 'allows', at };
}

export interface Named {
  readonly is: Coverage;
  /** The pattern that names the action, or the statement where none does. */
  readonly at: Place;
  /** Why it is not known; empty otherwise. */
  readonly why: string;
}

export function namesAction(statement: Statement, action: string): Named {
  const { actions, exceptActions, at } = statement;
  let doubt: Named | undefined;
  for (const { text, at: place } of actions) {
    const coverage = text === undefined ? 'unknown' : coversAction(text, action);
    if (coverage === 'yes') return { is: exceptActions ? 'no' : 'yes', at: place, why: '' };
    if (coverage === 'unknown') doubt ??= { is: 'unknown', at: place, why: doubtAbout(text) };
  }
  return doubt ?? { is: exceptActions ? 'yes' : 'no', at, why: '' };
}

function doubtAbout(action: string | undefined): string {
  return action === undefined || hasReference(action)
    ? 'an action in its policy is only known once deployed'
    : `IAM does not accept the wildcard in the service of \`${action}\``;
}

function reaches(statement: Statement, resource: readonly string[]): Coverage {
  const { template, resources, exceptResources } = statement;
  const names = resource.map(name => expandArn(template, name));
  const all = resources.flatMap(({ text }) => {
    if (text === undefined) return [UNKNOWN];
    if (resource.some(name => isAnother(template, text, name))) return [];
    const pattern = expandArn(template, text);
    return names.map(name => covers(template, pattern, name));
  });
  const is = all.includes('yes') ? 'yes' : all.includes('unknown') ? 'unknown' : 'no';
  return exceptResources ? OPPOSITE[is] : is;
}

const UNKNOWN: Coverage = 'unknown';

const OPPOSITE: Readonly<Record<Coverage, Coverage>> = { yes: 'no', no: 'yes', unknown: 'unknown' };
