import type { Resource } from '../../cfn/scenario/resource.ts';
import { allowsCloudWatchLogs, delegatesToAccount } from '../../iam/key-policy.ts';
import type { Coverage } from '../../iam/pattern-match.ts';
import type { Request } from '../../iam/request.ts';
import { isPrefix } from '../../syntax/place.ts';
import { DECRYPT, GENERATE_DATA_KEY } from '../model/actions.ts';
import type { Key } from '../model/key.ts';
import type { RolePermissions } from '../model/role-permissions.ts';
import { SESSION_CONTEXT } from './key-permissions.ts';

/** Whether the policy of a key of this template keeps CloudWatch Logs from encrypting log groups with it. */
export function keyPolicyBlocksLogs(key: Resource): boolean {
  return allowsCloudWatchLogs(key, [DECRYPT, GENERATE_DATA_KEY]) === 'no';
}

/**
 * Whether the policy of a key of this template lets a role decrypt sessions with it, or leaves that to the role's own
 * policies: it names the role or the account. For any other key it is not looked at.
 */
export function keyPolicyAdmitsRole({ resource, arns }: Key, role: RolePermissions): Coverage {
  if (!resource) return 'yes';
  const request: Request = { action: DECRYPT, resource: ['*'], requester: 'task', context: SESSION_CONTEXT };
  const delegates = delegatesToAccount(resource, request);
  if (delegates === 'yes') return 'yes';
  const decision = role.access(DECRYPT, arns, SESSION_CONTEXT);
  if (decision.is === 'unknown') return 'unknown';
  const by = 'by' in decision ? decision.by : [];
  return by.some(place => isPrefix(resource.at.path, place.path)) ? 'yes' : delegates;
}
