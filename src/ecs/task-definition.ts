import type { Resource } from '../cfn/resource.ts';
import { type Answer, andThen, known, unknown, type Value } from '../cfn/value.ts';
import { isArray, type Json } from '../syntax/json.ts';
import type { Place } from '../syntax/place.ts';
import { SESSION_ACTIONS } from './actions.ts';
import { type Role, roleAt } from './role.ts';

export class TaskDefinition {
  readonly resource: Resource;

  constructor(resource: Resource) {
    this.resource = resource;
  }

  get id(): string {
    return this.resource.id;
  }

  get at(): Place {
    return this.resource.at;
  }

  taskRole(): Value<Role> {
    return roleAt(this.resource, 'TaskRoleArn');
  }

  executionRole(): Value<Role> {
    return roleAt(this.resource, 'ExecutionRoleArn');
  }

  /**
   * The session actions that the execution role allows and the task role, as far as there is one, does not. Containers
   * never have the execution role; where one role is both there is nothing to move.
   */
  misplacedActions(): { readonly executionRole: Role; readonly actions: readonly string[] } | undefined {
    const task = this.taskRole();
    if (task.is === 'unknown') return undefined;
    const missing = task.is === 'known' ? task.value.sessionActions('missing') : SESSION_ACTIONS;
    const execution = missing.length > 0 ? this.executionRole() : undefined;
    if (execution?.is !== 'known') return undefined;
    if (task.is === 'known' && task.value.id === execution.value.id) return undefined;
    const held = execution.value.sessionActions('granted', 'restricted');
    const actions = missing.filter(action => held.includes(action));
    return actions.length > 0 ? { executionRole: execution.value, actions } : undefined;
  }

  containers(): Value<readonly Place[]> {
    return this.resource.items('ContainerDefinitions');
  }

  /** The value of `awslogs-group` of every container that logs to CloudWatch; unknown when one cannot be read. */
  logGroups(): Value<readonly Place[]> {
    const { template } = this.resource;
    return andThen(this.containers(), (containers, at) => {
      const groups: Place[] = [];
      for (const container of containers) {
        const driver = template.read(container, 'LogConfiguration', 'LogDriver');
        if (driver.is === 'unknown') return driver;
        if (driver.is === 'absent' || driver.value !== 'awslogs') continue;
        const group = template.find(container, 'LogConfiguration', 'Options', 'awslogs-group');
        if (group.is === 'unknown') return group;
        if (group.is === 'known') groups.push(group.value);
      }
      return known(groups, at);
    });
  }

  /** `no` where a container may get its rights from an instance: EC2, external, or not said. */
  fargateOnly(): Answer {
    const compatibilities = this.resource.read('RequiresCompatibilities');
    const at = compatibilities.at;
    if (compatibilities.is === 'unknown') return { is: 'unknown', at, why: compatibilities.why };
    const list: readonly Json[] =
      compatibilities.is === 'known' && isArray(compatibilities.value) ? compatibilities.value : [];
    return { is: list.length > 0 && list.every(each => each === 'FARGATE') ? 'yes' : 'no', at };
  }
}

const TYPES: ReadonlySet<string> = new Set(['AWS::ECS::TaskDefinition', 'AWS::ECS::DaemonTaskDefinition']);

/** The task definition that a property points to: by reference, or by the family that a local one has. */
export function taskDefinitionAt(owner: Resource, property: string): Value<TaskDefinition> {
  const target = owner.target(property);
  if (target.is === 'absent') return target;
  if (target.is === 'known')
    return TYPES.has(target.value.type)
      ? known(new TaskDefinition(target.value), target.at)
      : unknown(`\`${target.value.id}\` is not a task definition`, target.at);
  const family = owner.shape(property);
  const matching =
    family.is === 'known' && typeof family.value === 'string' ? ofFamily(owner, family.value) : [];
  const [only, another] = matching;
  if (only && !another) return known(only, target.at);
  return unknown(`the task definition is not in this template: ${target.why}`, target.at);
}

/** `family`, `family:revision` or an ARN that ends in either. */
function ofFamily(owner: Resource, text: string): readonly TaskDefinition[] {
  const family = text.replace(/^arn:.*:task-definition\//s, '').replace(/:\d+$/, '');
  return owner.template.resources('AWS::ECS::TaskDefinition').flatMap(each => {
    const own = each.shape('Family');
    return own.is === 'known' && own.value === family ? [new TaskDefinition(each)] : [];
  });
}
