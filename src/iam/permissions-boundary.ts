import type { Place } from '../syntax/place.ts';
import { type AccessDecision, isRefused } from './access-decision.ts';

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
  if (isRefused(limit)) {
    const by = limit.is === 'explicit deny' ? limit.by : [boundary];
    return { is: 'explicit deny', by, boundary, isOnlyCause: !isRefused(decision) };
  }
  if (decision.is === 'allowed')
    return limit.is === 'allowed'
      ? { ...decision, perhapsDeniedBy: [...decision.perhapsDeniedBy, ...limit.perhapsDeniedBy] }
      : limit;
  return decision.is === 'restricted' && decision.why === 'condition' && limit.is === 'unknown'
    ? limit
    : decision;
}
