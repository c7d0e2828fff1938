import type { Sentence } from '../i18n/sentence.ts';
import type { Place } from '../syntax/place.ts';
import type { ConditionalDeny, StatementEffect } from './statement-evaluation.ts';

/** The decision of a set of policies on one action on one resource. */
export type AccessDecision =
  | {
      readonly is: 'allowed';
      readonly by: readonly Place[];
      /** What denies it in some requests: a Deny under a `Condition`, or one of which not all is known. */
      readonly perhapsDeniedBy: readonly ConditionalDeny[];
    }
  | {
      readonly is: 'explicit deny';
      readonly by: readonly Place[];
      /** The permissions boundary, where it is that which denies the action or does not allow it. */
      readonly boundary?: Place;
    }
  /** Allowed, but only under a condition or on other resources. */
  | { readonly is: 'restricted'; readonly by: readonly Place[]; readonly why: 'condition' | 'resource' }
  | { readonly is: 'unknown'; readonly why: Sentence; readonly at: Place }
  | { readonly is: 'implicit deny' };

/**
 * A Deny wins, then an Allow, then doubt: a right that is not known to be missing is not missing. A Deny that does not
 * always hold takes nothing away that is there.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function combineEffects(effects: readonly StatementEffect[]): AccessDecision {
  const places = (is: StatementEffect['is']): Place[] =>
    effects.filter(each => each.is === is).map(each => each.at);
  const denied = places('denies');
  if (denied.length > 0) return { is: 'explicit deny', by: denied };
  const allowed = places('allows');
  const perhapsDeniedBy = effects.filter(each => each.is === 'may deny');
  if (allowed.length > 0) return { is: 'allowed', by: allowed, perhapsDeniedBy };
  const doubt = effects.find(each => each.is === 'unknown');
  if (doubt) return { is: 'unknown', why: doubt.why, at: doubt.at };
  const restrictions = effects.filter(each => each.is === 'restricts');
  const conditions = restrictions.filter(each => each.why === 'condition');
  if (conditions.length > 0)
    return { is: 'restricted', by: conditions.map(each => each.at), why: 'condition' };
  if (restrictions.length > 0)
    return { is: 'restricted', by: restrictions.map(each => each.at), why: 'resource' };
  return { is: 'implicit deny' };
}

/**
 * What is left of a right under a permissions boundary, which allows nothing itself. `limit` is what the boundary says.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function applyPermissionsBoundary(
  decision: AccessDecision,
  limit: AccessDecision,
  boundary: Place,
): AccessDecision {
  if (decision.is === 'explicit deny') return decision;
  switch (limit.is) {
    case 'explicit deny':
      return { is: 'explicit deny', by: limit.by, boundary };
    case 'implicit deny':
      return { is: 'explicit deny', by: [boundary], boundary };
    case 'allowed': {
      const { perhapsDeniedBy } = limit;
      if (decision.is !== 'allowed') return decision;
      return { ...decision, perhapsDeniedBy: [...decision.perhapsDeniedBy, ...perhapsDeniedBy] };
    }
    case 'restricted':
      if (decision.is === 'restricted') return decision.why === 'resource' ? decision : limit;
      return decision.is === 'allowed' ? limit : decision;
    case 'unknown':
      return decision.is === 'allowed' || decision.is === 'restricted' ? limit : decision;
  }
}
