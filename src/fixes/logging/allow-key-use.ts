import type { Resource } from '../../cfn/scenario/resource.ts';
import { append, type Edit, set } from '../../edit/tree/edit.ts';
import { nodeAt } from '../../syntax/place.ts';
import { accountDecides, logsMayUse } from './log-resources.ts';

/** Lets CloudWatch Logs, or whom the account's policies name, use a key. Nothing where its policy is computed. */
export function allowKeyUse(key: Resource, to: 'logs' | 'account'): readonly Edit[] | undefined {
  const policy = key.find('KeyPolicy');
  const added = to === 'logs' ? logsMayUse() : accountDecides();
  // Without a policy of its own a key is the account's, and with one it has to stay so.
  if (policy.is === 'absent')
    return [set(policy.at, { Version: '2012-10-17', Statement: [accountDecides(), added] })];
  const statements = key.find('KeyPolicy', 'Statement');
  if (statements.is !== 'known' || nodeAt(statements.value)?.kind !== 'sequence') return undefined;
  return [append(statements.value, added)];
}
