import type { Sentence } from '../i18n/sentence.ts';
import type { Place } from '../syntax/place.ts';
import type { Bearing, PerhapsDenied } from './bearing.ts';

/** What a set of policies says about one action on one resource. */
export type Grant =
  | {
      readonly is: 'granted';
      readonly by: readonly Place[];
      /** What denies it in some requests: a Deny under a `Condition`, or one of which not all is known. */
      readonly perhapsDeniedBy: readonly PerhapsDenied[];
    }
  | {
      readonly is: 'denied';
      readonly by: readonly Place[];
      /** The permissions boundary, where it is that which denies the action or does not allow it. */
      readonly boundary?: Place;
    }
  /** Allowed, but only under a condition or on other resources. */
  | { readonly is: 'restricted'; readonly by: readonly Place[]; readonly why: 'condition' | 'resource' }
  | { readonly is: 'unknown'; readonly why: Sentence; readonly at: Place }
  | { readonly is: 'missing' };

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
  const perhapsDeniedBy = bearings.filter(each => each.is === 'may deny');
  if (allowed.length > 0) return { is: 'granted', by: allowed, perhapsDeniedBy };
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
