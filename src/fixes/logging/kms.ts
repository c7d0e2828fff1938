import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import type { Cluster } from '../../ecs/model/cluster.ts';
import { addResource, append, type Edit, set } from '../../edit/tree/edit.ts';
import type { Json } from '../../syntax/json-value.ts';
import { nodeAt } from '../../syntax/place.ts';
import { uniqueLogicalId } from '../unique-names.ts';
import { accountDecides, logsMayUse, newLogKey } from './destinations.ts';

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

/** Has a log group encrypted. */
export function encryptLogGroup(group: Resource, cluster: Cluster): readonly Edit[] {
  const { arn, edits } = keyForLogs(group.template, cluster, group.id, group.condition);
  return [set(group.place('KmsKeyId'), arn), ...edits];
}

/**
 * The key of the template that the sessions themselves are encrypted with, or a new one that is named after the group.
 */
export function keyForLogs(
  template: Template,
  cluster: Cluster,
  group: string,
  condition: string | undefined,
): { readonly arn: Json; readonly edits: readonly Edit[] } {
  const key = cluster.sessionKey();
  const own = key.is === 'known' && key.unsure === undefined ? key.value.resource : undefined;
  if (own?.template.key === template.key) return { arn: { 'Fn::GetAtt': [own.id, 'Arn'] }, edits: [] };
  const { document } = template.declarations;
  const id = uniqueLogicalId(template.declarations, `${group}Key`);
  const edits = [addResource(document, id, newLogKey(condition), group)];
  return { arn: { 'Fn::GetAtt': [id, 'Arn'] }, edits };
}
