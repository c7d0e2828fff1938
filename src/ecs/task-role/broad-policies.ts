import type { AwsManagedPolicy } from '../../iam/attached.ts';
import { SESSION_ACTIONS } from '../model/actions.ts';
import type { Role } from '../model/role.ts';

/**
 * The AWS-managed policies that a role has session actions from, and from nothing else. There is none that allows these
 * actions alone.
 */
export function broadPolicies(role: Role): readonly AwsManagedPolicy[] {
  const broad = SESSION_ACTIONS.flatMap(action => {
    const allowing = role.policiesAllowing(action);
    const managed = allowing.flatMap(policy => (policy.kind === 'aws' ? policy : []));
    return managed.length === allowing.length ? managed : [];
  });
  return [...new Set(broad)];
}
