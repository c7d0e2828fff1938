import { text } from '../cfn/intrinsic.ts';
import type { Cluster } from '../ecs/cluster.ts';
import { addResource, type Edit, set } from '../edit/edit.ts';
import type { Json, JsonObject } from '../syntax/json.ts';
import { nodeAt } from '../syntax/place.ts';
import { freeId, kinOf } from './names.ts';

const FOR_EXEC = /ecs-?exec(?!ution)|exec(?:ute)?-?(?:command|log|session)/i;

/** Has sessions on a cluster recorded in a log group of their own: one that is there for it, or a new one. */
export function recordInLogGroup(cluster: Cluster, retentionInDays: number): readonly Edit[] {
  const existing = execLogGroup(cluster);
  const { template, at, condition } = cluster.resource;
  const id = existing ?? freeId(template.declarations, `${cluster.id}ExecLogs`);
  const kin = kinOf(template.declarations, 'AWS::Logs::LogGroup', cluster.id);
  const group: JsonObject = {
    Type: 'AWS::Logs::LogGroup',
    ...(condition !== undefined && { Condition: condition }),
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: { RetentionInDays: retentionInDays },
  };
  return [
    ...(existing === undefined ? [addResource(at.document, id, group, kin)] : []),
    ...override(cluster, { Ref: id }),
  ];
}

/** Keeps what the configuration has already. */
function override(cluster: Cluster, logGroup: Json): readonly Edit[] {
  const configuration = cluster.find();
  if (configuration.is === 'absent')
    return [
      set(configuration.at, { Logging: 'OVERRIDE', LogConfiguration: { CloudWatchLogGroupName: logGroup } }),
    ];
  return [
    set(cluster.place('Logging'), 'OVERRIDE'),
    set(cluster.place('LogConfiguration', 'CloudWatchLogGroupName'), logGroup),
  ];
}

/** The one log group of the template that is meant for sessions by its name, and that nothing else writes to. */
function execLogGroup(cluster: Cluster): string | undefined {
  const { template } = cluster.resource;
  const { declarations } = template;
  const meant = template.resources('AWS::Logs::LogGroup').filter(group => {
    const name = group.find('LogGroupName');
    const isNamed =
      FOR_EXEC.test(group.id) || (name.is === 'known' && FOR_EXEC.test(text(nodeAt(name.value)) ?? ''));
    const isWhereClusterIs = group.condition === undefined || group.condition === cluster.resource.condition;
    const users = declarations.references.to(group.id).map(id => declarations.resources.get(id)?.type ?? '');
    return (
      isNamed &&
      isWhereClusterIs &&
      users.every(type => type.startsWith('AWS::IAM::') || type === 'AWS::ECS::Cluster')
    );
  });
  const [only, another] = meant;
  return only && !another ? only.id : undefined;
}
