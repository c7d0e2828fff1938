import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Value } from '../../cfn/value.ts';
import { LAUNCHER_TYPES, launchers, launchersOf } from '../launchers/launchers.ts';
import { Cluster, clusterAt } from '../model/cluster.ts';
import { TaskDefinition, taskDefinitionAt } from '../model/task-definition.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';

export const DEFINITION_TYPES: ReadonlySet<string> = new Set([
  'AWS::ECS::DaemonTaskDefinition',
  'AWS::ECS::TaskDefinition',
]);

/** The one cluster that what is said of sessions in a resource can be meant for. */
export function clusterOf(holder: Resource): Cluster | undefined {
  const { template, type } = holder;
  if (type === 'AWS::ECS::Cluster') return new Cluster(holder);
  if (DEFINITION_TYPES.has(type)) {
    const running = launchers(template).filter(each => {
      const definition = each.taskDefinition();
      return definition.is === 'known' && definition.value.resource.sameAs(holder);
    });
    return only(running.map(each => each.cluster()));
  }
  if (LAUNCHER_TYPES.has(type)) return only(launchersOf(holder).map(each => each.cluster()));
  const named = holder.find('Cluster');
  if (named.is !== 'absent') return only([clusterAt(new ResourceProperty(template, named))]);
  const [first, another] = template.resources('AWS::ECS::Cluster');
  return first && !another ? new Cluster(first) : undefined;
}

/** The one task definition that what is said of tasks in a resource can be meant for. */
export function definitionOf(holder: Resource): TaskDefinition | undefined {
  const { template, type } = holder;
  if (DEFINITION_TYPES.has(type)) return new TaskDefinition(holder);
  if (LAUNCHER_TYPES.has(type)) return only(launchersOf(holder).map(each => each.taskDefinition()));
  return only([taskDefinitionAt(new ResourceProperty(template, holder.find('TaskDefinition')))]);
}

/** What all are, as far as that is known for sure. */
function only<T extends { readonly resource: Resource }>(all: readonly Value<T>[]): T | undefined {
  const certain = all.flatMap(each => (each.is === 'known' && each.unsure === undefined ? [each.value] : []));
  const [first] = certain;
  const isSame =
    certain.length === all.length && certain.every(each => first?.resource.sameAs(each.resource));
  return isSame ? first : undefined;
}
