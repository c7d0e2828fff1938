import { isRefused } from '../../iam/access-decision.ts';
import { distinctPlaces, type Place } from '../../syntax/place.ts';
import type { Role } from '../model/role.ts';

/** Session actions that a role allows, but not for all that the agent asks for. */
export interface Restriction {
  readonly by: 'condition' | 'unmet condition' | 'resource' | 'in part';
  readonly actions: readonly string[];
  /** Where they are allowed. */
  readonly places: readonly Place[];
  /** Whether the agent is refused for sure. */
  readonly isRefused: boolean;
}

const KINDS: readonly Restriction['by'][] = ['resource', 'unmet condition', 'condition', 'in part'];

/** What restricts the session actions of a role, the worst first. */
export function restrictionsOf(role: Role): readonly Restriction[] {
  const decided = role.sessionActions('restricted').flatMap(action => {
    const decision = role.sessionAccess(action);
    return decision.is === 'restricted' ? [{ action, decision }] : [];
  });
  return KINDS.flatMap(by => {
    const own = decided.filter(({ decision }) => decision.why === by);
    const [first] = own;
    if (!first) return [];
    const actions = own.map(each => each.action);
    const places = distinctPlaces(own.flatMap(({ decision }) => decision.by));
    return [{ by, actions, places, isRefused: isRefused(first.decision) }];
  });
}
