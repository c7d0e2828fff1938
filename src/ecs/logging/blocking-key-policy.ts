import type { Resource } from '../../cfn/scenario/resource.ts';
import { allowsCloudWatchLogs, delegatesToAccount } from '../../iam/key-policy.ts';
import { isPrefix } from '../../syntax/place.ts';
import { DECRYPT, GENERATE_DATA_KEY } from '../model/actions.ts';
import type { Key } from '../model/key.ts';
import type { RolePermissions } from '../model/role-permissions.ts';

/** Whether the policy of a key of this template keeps CloudWatch Logs from encrypting log groups with it. */
export function keyPolicyBlocksLogs(key: Resource): boolean {
  return allowsCloudWatchLogs(key, [DECRYPT, GENERATE_DATA_KEY]) === 'no';
}

/**
 * Whether the policy of a key of this template keeps a role from decrypting sessions with it, whatever the role's own
 * policies allow: it names neither the role nor the account.
 */
export function keyPolicyBlocksRole({ resource, arns }: Key, role: RolePermissions): boolean {
  if (!resource || delegatesToAccount(resource, DECRYPT) !== 'no') return false;
  const decision = role.access(DECRYPT, arns);
  if (decision.is === 'unknown') return false;
  const by = 'by' in decision ? decision.by : [];
  return !by.some(place => isPrefix(resource.at.path, place.path));
}
