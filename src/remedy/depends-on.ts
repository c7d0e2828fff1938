import type { Resource } from '../cfn/resource.ts';
import type { Role } from '../ecs/role.ts';
import { SERVICE_TYPES, Service } from '../ecs/service.ts';
import { append, type Edit, set } from '../edit/edit.ts';
import { toJson } from '../syntax/node.ts';
import { child, nodeAt, type Place } from '../syntax/place.ts';

/** Has every service whose tasks have the role wait for a separate policy of that role. */
export function dependOn(policy: Resource, role: Role): readonly Edit[] {
  const { template } = policy;
  const { references } = template.declarations;
  return SERVICE_TYPES.flatMap(type => template.resources(type)).flatMap(resource => {
    const definition = new Service(resource).taskDefinition();
    const taskRole = definition.is === 'known' ? definition.value.taskRole() : definition;
    const waits = references.reaches(resource.id, policy.id) || references.reaches(policy.id, resource.id);
    if (waits || taskRole.is !== 'known' || taskRole.value.id !== role.id) return [];
    return [addDependency(child(resource.at, 'DependsOn'), policy.id)];
  });
}

/** `DependsOn` takes one logical id or a list of them. */
function addDependency(at: Place, id: string): Edit {
  const node = nodeAt(at);
  if (node?.kind === 'sequence') return append(at, id);
  return node?.kind === 'scalar' && node.value !== null ? set(at, [toJson(node), id]) : set(at, id);
}
