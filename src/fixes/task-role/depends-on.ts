import type { Resource } from '../../cfn/scenario/resource.ts';
import { launchers } from '../../ecs/launchers/launchers.ts';
import { Service } from '../../ecs/launchers/service.ts';
import type { Role } from '../../ecs/model/role.ts';
import { append, type Edit, set } from '../../edit/tree/edit.ts';
import type { PolicyResource } from '../../iam/attached-policies.ts';
import { toJson } from '../../syntax/node.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';

/** Has everything that starts tasks with the role, and ECS Exec, wait for a separate policy of that role. */
export function dependOn(policy: Resource, role: Role): readonly Edit[] {
  const { references } = policy.template.declarations;
  const starting = launchers(policy.template).filter(launcher => {
    if (!(launcher instanceof Service) && launcher.execInScenario() !== 'yes') return false;
    const taskRole = launcher.taskRole();
    return taskRole.is === 'known' && taskRole.value.resource.sameAs(role.resource);
  });
  const resources = new Map(starting.map(({ resource }) => [resource.id, resource]));
  return [...resources.values()].flatMap(resource =>
    references.reaches(resource.id, policy.id) ? [] : (waitFor(resource, [policy]) ?? []),
  );
}

/** Has a resource of the policies' template, such as a service, wait until the policies are attached. */
export function waitForPolicies(
  dependent: Resource,
  policies: readonly PolicyResource[],
): readonly Edit[] | undefined {
  return waitFor(
    dependent,
    policies.map(each => each.resource),
  );
}

/** Has a resource wait for others. Nothing where one of them waits for it, or may not be there when it is. */
function waitFor(resource: Resource, others: readonly Resource[]): readonly Edit[] | undefined {
  const { references } = resource.template.declarations;
  const isPossible = others.every(
    each =>
      (each.condition === undefined || each.condition === resource.condition) &&
      !references.reaches(each.id, resource.id),
  );
  if (!isPossible) return undefined;
  return addDependencies(
    child(resource.at, 'DependsOn'),
    others.map(each => each.id),
  );
}

/** `DependsOn` takes one logical id or a list of them. */
function addDependencies(at: Place, ids: readonly string[]): readonly Edit[] {
  const node = nodeAt(at);
  if (node?.kind === 'sequence') return ids.map(id => append(at, id));
  const all = node?.kind === 'scalar' && node.value !== null ? [toJson(node), ...ids] : ids;
  const [only, another] = all;
  return [set(at, only !== undefined && another === undefined ? only : all)];
}
