import type { Resource } from '../cfn/resource.ts';
import { launchers } from '../ecs/launchers.ts';
import type { Role } from '../ecs/role.ts';
import { Service } from '../ecs/service.ts';
import { append, type Edit, set } from '../edit/edit.ts';
import { toJson } from '../syntax/node.ts';
import { child, nodeAt, type Place } from '../syntax/place.ts';

/** Has everything that starts tasks with the role, and ECS Exec, wait for a separate policy of that role. */
export function dependOn(policy: Resource, role: Role): readonly Edit[] {
  const { references } = policy.template.declarations;
  const starting = launchers(policy.template).filter(launcher => {
    if (!(launcher instanceof Service) && launcher.execHere() !== 'yes') return false;
    const taskRole = launcher.taskRole();
    return taskRole.is === 'known' && taskRole.value.resource.sameAs(role.resource);
  });
  const resources = new Map(starting.map(({ resource }) => [resource.id, resource]));
  return [...resources.values()].flatMap(resource => {
    const waits = references.reaches(resource.id, policy.id) || references.reaches(policy.id, resource.id);
    return waits ? [] : [addDependency(child(resource.at, 'DependsOn'), policy.id)];
  });
}

/** `DependsOn` takes one logical id or a list of them. */
function addDependency(at: Place, id: string): Edit {
  const node = nodeAt(at);
  if (node?.kind === 'sequence') return append(at, id);
  return node?.kind === 'scalar' && node.value !== null ? set(at, [toJson(node), id]) : set(at, id);
}
