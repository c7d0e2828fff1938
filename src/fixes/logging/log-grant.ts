import type { Resource } from '../../cfn/scenario/resource.ts';
import type { KeyNeeds } from '../../ecs/logging/key-needs.ts';
import { isDenied, logNeeds, missingPermissions, type Need } from '../../ecs/logging/required-permissions.ts';
import { mismatches } from '../../ecs/logging/resource-mismatch.ts';
import type { Destination } from '../../ecs/model/destination.ts';
import type { Role } from '../../ecs/model/role.ts';
import type { Edit } from '../../edit/tree/edit.ts';
import { addStatements } from '../grant.ts';
import { needStatements } from '../policy.ts';
import { addStreamWildcard } from './log-streams.ts';

/**
 * Lets a role write sessions to a destination, as far as it may not yet. What it is given by an ARN that is put right
 * is not given again.
 */
export function grantLog(role: Role, destination: Destination): readonly Edit[] | undefined {
  const needs = logNeeds(destination);
  if (isDenied(role, needs)) return undefined;
  const repaired = mismatches(role, destination).flatMap(each =>
    addStreamWildcard(each) ? each.actions : [],
  );
  const lacking = missingPermissions(role, needs).flatMap(need => {
    const actions = need.actions.filter(action => !repaired.includes(action));
    return actions.length > 0 ? [{ ...need, actions }] : [];
  });
  return grantNeeds(role, lacking, destination.resource);
}

/** Lets a role use a key. */
export function grantKey(role: Role, { key, needs }: KeyNeeds): readonly Edit[] | undefined {
  return isDenied(role, needs) ? undefined : grantNeeds(role, missingPermissions(role, needs), key.resource);
}

/** Nothing where nothing is lacking, or where the template cannot name what is. */
function grantNeeds(
  role: Role,
  lacking: readonly Need[],
  about: Resource | undefined,
): readonly Edit[] | undefined {
  const statements = needStatements(role.resource.template, lacking);
  return statements && statements.length > 0 ? addStatements(role, statements, about) : undefined;
}
