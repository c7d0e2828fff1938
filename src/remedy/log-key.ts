import type { Resource } from '../cfn/resource.ts';
import type { Cluster } from '../ecs/cluster.ts';
import { addResource, type Edit, set } from '../edit/edit.ts';
import type { Json } from '../syntax/json.ts';
import { newLogKey } from './log-resources.ts';
import { freeId } from './names.ts';

/** Has a log group encrypted. */
export function encryptLogGroup(group: Resource, cluster: Cluster): readonly Edit[] {
  const { arn, edits } = keyForLogs(cluster, group.id);
  return [set(group.place('KmsKeyId'), arn), ...edits];
}

/** The key of the template that the sessions themselves are encrypted with, or a new one that is named after the group. */
export function keyForLogs(
  cluster: Cluster,
  group: string,
): { readonly arn: Json; readonly edits: readonly Edit[] } {
  const key = cluster.sessionKey();
  const own = key.is === 'known' && key.unsure === undefined ? key.value.resource : undefined;
  if (own) return { arn: { 'Fn::GetAtt': [own.id, 'Arn'] }, edits: [] };
  const { template, at, condition } = cluster.resource;
  const id = freeId(template.declarations, `${group}Key`);
  const edits = [addResource(at.document, id, newLogKey(condition), group)];
  return { arn: { 'Fn::GetAtt': [id, 'Arn'] }, edits };
}
