import { distinctPlaces, type Place } from '../../syntax/place.ts';
import { SESSION_ACTIONS } from '../model/actions.ts';
import type { RolePermissions } from '../model/role-permissions.ts';

/** What keeps a role from session actions, whatever allows them. */
export interface Denial {
  /** `sometimes`: by a Deny under a `Condition`. `perhaps`: by a Deny of which not all is known. */
  readonly by: 'boundary' | 'deny' | 'sometimes' | 'perhaps';
  readonly actions: readonly string[];
  /** Where that is said. */
  readonly places: readonly Place[];
}

export function denials(role: RolePermissions): readonly Denial[] {
  const found = SESSION_ACTIONS.flatMap(action =>
    denialsOf(role, action).map(({ by, places }) => ({ by, action, places })),
  );
  return KINDS.flatMap(by => {
    const own = found.filter(each => each.by === by);
    if (own.length === 0) return [];
    const places = own.flatMap(each => each.places);
    return [{ by, actions: [...new Set(own.map(each => each.action))], places: distinctPlaces(places) }];
  });
}

const KINDS: readonly Denial['by'][] = ['boundary', 'deny', 'sometimes', 'perhaps'];

function denialsOf(role: RolePermissions, action: string): readonly Pick<Denial, 'by' | 'places'>[] {
  const decision = role.sessionAccess(action);
  if (decision.is === 'explicit deny')
    return [{ by: decision.boundary ? 'boundary' : 'deny', places: decision.by }];
  if (decision.is !== 'allowed') return [];
  return decision.perhapsDeniedBy.map(({ at, why }) => ({
    by: why === 'condition' ? 'sometimes' : 'perhaps',
    places: [at],
  }));
}
