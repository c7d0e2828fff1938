import { SESSION_ACTIONS } from '../../ecs/model/actions.ts';
import type { Role } from '../../ecs/model/role.ts';
import type { Edit } from '../../edit/tree/edit.ts';
import type { AwsManagedPolicy } from '../../iam/attached.ts';
import { grantSession } from '../grant.ts';
import { takeOut } from '../remove-items.ts';

/** The AWS-managed policies that are there for Session Manager: what else they allow is for instances. */
const FOR_INSTANCES: ReadonlySet<string> = new Set([
  'AWSCloud9SSMInstanceProfile',
  'AmazonEC2RoleforSSM',
  'AmazonSSMFullAccess',
  'AmazonSSMManagedEC2InstanceDefaultPolicy',
  'AmazonSSMManagedInstanceCore',
]);

/**
 * Has a role allow the session actions itself, in place of AWS-managed policies that were made for instances. Nothing
 * where one of them is for more than that, since the containers may live by it.
 */
export function detachForInstances(
  role: Role,
  policies: readonly AwsManagedPolicy[],
): readonly Edit[] | undefined {
  if (!policies.every(each => FOR_INSTANCES.has(each.name))) return undefined;
  const granted = grantSession(role, SESSION_ACTIONS);
  const detached = takeOut(policies.map(each => each.at));
  return granted && detached && [...granted, ...detached];
}
