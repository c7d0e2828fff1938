import { intrinsic, text } from '../cfn/intrinsic.ts';
import type { Resource } from '../cfn/resource.ts';
import { type Answer, andThen, unknown, type Value } from '../cfn/value.ts';
import { isArray, type Json, property } from '../syntax/json.ts';
import { nodeAt, type Place } from '../syntax/place.ts';
import { type Cluster, clusterAt } from './cluster.ts';
import type { Role } from './role.ts';
import { type TaskDefinition, taskDefinitionAt } from './task-definition.ts';

/** The property names under which each type of launcher says the same things. */
const KINDS: ReadonlyMap<string, { readonly taskDefinition: string; readonly cluster: string }> = new Map([
  ['AWS::ECS::Service', { taskDefinition: 'TaskDefinition', cluster: 'Cluster' }],
  ['AWS::ECS::Daemon', { taskDefinition: 'DaemonTaskDefinitionArn', cluster: 'ClusterArn' }],
]);

export const SERVICE_TYPES: readonly string[] = [...KINDS.keys()];

/** What keeps tasks running: an `AWS::ECS::Service`, or a daemon. */
export class Service {
  readonly resource: Resource;
  readonly #names: { readonly taskDefinition: string; readonly cluster: string };

  constructor(resource: Resource) {
    this.resource = resource;
    this.#names = KINDS.get(resource.type) ?? { taskDefinition: 'TaskDefinition', cluster: 'Cluster' };
  }

  get id(): string {
    return this.resource.id;
  }

  get at(): Place {
    return this.resource.at;
  }

  /** Whether `EnableExecuteCommand` is on; `unsure` when that rests on a parameter's default. */
  execEnabled(): Answer {
    const flag = this.resource.read('EnableExecuteCommand');
    const at = flag.at;
    if (flag.is === 'absent') return { is: 'no', at };
    if (flag.is === 'unknown') return { is: 'unknown', at, why: flag.why };
    const answer: Answer = { is: isTrue(flag.value) ? 'yes' : isFalse(flag.value) ? 'no' : 'unknown', at };
    return flag.unsure === undefined ? answer : { ...answer, unsure: flag.unsure };
  }

  /** Whether it can be on in this scenario, in which a parameter that decides it has one of the values it may have. */
  execPossible(): boolean {
    const flag = this.resource.find('EnableExecuteCommand');
    if (flag.is !== 'known') return flag.is === 'unknown';
    const call = intrinsic(nodeAt(flag.value));
    const name = call?.name === 'Ref' ? text(call.argument) : undefined;
    if (name === undefined || !this.resource.template.declarations.parameters.has(name))
      return this.execEnabled().is !== 'no';
    return !isFalse(this.resource.template.settleParameter(name));
  }

  taskDefinition(): Value<TaskDefinition> {
    const own = taskDefinitionAt(this.resource, this.#names.taskDefinition);
    return own.is === 'absent' ? this.#fromTaskSets(own.at) : own;
  }

  taskRole(): Value<Role> {
    return andThen(this.taskDefinition(), definition => definition.taskRole());
  }

  cluster(): Value<Cluster> {
    return clusterAt(this.resource, this.#names.cluster);
  }

  /** `yes` when its tasks run on Fargate only, by its own word or its task definition's. */
  onFargate(): boolean {
    const launchType = this.resource.read('LaunchType');
    if (launchType.is === 'known') return launchType.value === 'FARGATE';
    const strategy = this.resource.read('CapacityProviderStrategy');
    if (strategy.is === 'known' && isArray(strategy.value) && strategy.value.length > 0)
      return strategy.value.every(isFargateProvider);
    const definition = this.taskDefinition();
    return definition.is === 'known' && definition.value.fargateOnly().is === 'yes';
  }

  /** A service whose deployments are external names its task definitions in task sets. */
  #fromTaskSets(at: Place): Value<TaskDefinition> {
    const { template } = this.resource;
    const sets = template.resources('AWS::ECS::TaskSet').filter(each => {
      const owner = each.target('Service');
      return owner.is === 'known' && owner.value.id === this.id;
    });
    const [only, another] = sets;
    if (only && !another) return taskDefinitionAt(only, 'TaskDefinition');
    return unknown('it names no task definition of its own', at);
  }
}

function isTrue(value: Json): boolean {
  return value === true || (typeof value === 'string' && /^true$/i.test(value));
}

function isFalse(value: Json): boolean {
  return value === false || (typeof value === 'string' && /^false$/i.test(value));
}

function isFargateProvider(item: Json): boolean {
  if (typeof item !== 'object' || item === null || isArray(item)) return false;
  const provider = property(item, 'CapacityProvider');
  return provider === 'FARGATE' || provider === 'FARGATE_SPOT';
}
