import type { Sentence } from '../i18n/sentence.ts';
import type { Place } from '../syntax/place.ts';
import type { ConditionalDeny, Restriction, StatementEffect } from './statement-evaluation.ts';

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
      /** Whether the action would be allowed, or might be, without what denies it. */
      readonly isOnlyCause: boolean;
    }
  /** Allowed, but not for all requests, or for others; `in part` on one of two resources that AWS may check it on. */
  | { readonly is: 'restricted'; readonly by: readonly Place[]; readonly why: Restriction | 'in part' }
  | { readonly is: 'unknown'; readonly why: Sentence; readonly at: Place }
  | { readonly is: 'implicit deny' };

/**
 * A Deny wins, then an Allow, then doubt: a right that is not known to be missing is not missing. A Deny that does not
 * always hold takes nothing away that is there.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function combineEffects(effects: readonly StatementEffect[]): AccessDecision {
  const by = effects.filter(each => each.is === 'denies').map(each => each.at);
  const otherwise = withoutDeny(effects);
  return by.length > 0 ? { is: 'explicit deny', by, isOnlyCause: !isRefused(otherwise) } : otherwise;
}

function withoutDeny(effects: readonly StatementEffect[]): AccessDecision {
  const allowed = effects.filter(each => each.is === 'allows').map(each => each.at);
  const perhapsDeniedBy = effects.filter(each => each.is === 'may deny');
  if (allowed.length > 0) return { is: 'allowed', by: allowed, perhapsDeniedBy };
  const restrictions = effects.filter(each => each.is === 'restricts');
  const isRestricted = restrictions.some(each => each.why === 'condition');
  const doubts = effects.filter(each => each.is === 'unknown');
  const doubt = doubts.find(each => !(each.isConditional && isRestricted));
  if (doubt) return { is: 'unknown', why: doubt.why, at: doubt.at };
  for (const why of RESTRICTIONS) {
    const by = restrictions.filter(each => each.why === why).map(each => each.at);
    if (by.length > 0) return { is: 'restricted', by, why };
  }
  return { is: 'implicit deny' };
}

const RESTRICTIONS: readonly Restriction[] = ['condition', 'unmet condition', 'resource'];

/** Whether the requests are refused for sure. */
export function isRefused(decision: AccessDecision): boolean {
  if (decision.is === 'restricted') return decision.why === 'resource' || decision.why === 'unmet condition';
  return decision.is === 'implicit deny' || decision.is === 'explicit deny';
}

/** The decision where AWS checks an action on one of two resources and does not document on which. */
export function combineCandidates(likely: AccessDecision, other: AccessDecision): AccessDecision {
  if (likely.is === 'unknown' || other.is === 'unknown' || isRefused(likely) === isRefused(other))
    return likely;
  const [allowing, refusing] = isRefused(likely) ? [other, likely] : [likely, other];
  if (allowing.is === 'allowed' && refusing.is === 'explicit deny') {
    const doubts = refusing.by.map(at => ({ is: 'may deny', at, why: 'doubt' }) as const);
    return { ...allowing, perhapsDeniedBy: [...allowing.perhapsDeniedBy, ...doubts] };
  }
  return { is: 'restricted', by: 'by' in allowing ? allowing.by : [], why: 'in part' };
}
