import type { Resource } from '../../cfn/scenario/resource.ts';
import { admitsLogs, leavesToAccount } from '../../iam/key-policy.ts';
import { isPrefix } from '../../syntax/place.ts';
import { DECRYPT, GENERATE_DATA_KEY } from '../model/actions.ts';
import type { Key } from '../model/key.ts';
import type { Role } from '../model/role.ts';

/** Whether the policy of a key of this template keeps CloudWatch Logs from encrypting log groups with it. */
export function shutsOutLogs(key: Resource): boolean {
  return admitsLogs(key, [DECRYPT, GENERATE_DATA_KEY]) === 'no';
}

/**
 * Whether the policy of a key of this template keeps a role from decrypting sessions with it, whatever the role's own
 * policies allow: it names neither the role nor the account.
 */
export function shutsOutRole({ resource, arns }: Key, role: Role): boolean {
  if (!resource || leavesToAccount(resource, DECRYPT) !== 'no') return false;
  const grant = role.grant(DECRYPT, arns);
  if (grant.is === 'unknown') return false;
  const by = 'by' in grant ? grant.by : [];
  return !by.some(place => isPrefix(resource.at.path, place.path));
}
