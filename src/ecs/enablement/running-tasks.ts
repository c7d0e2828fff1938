import { fromAccount } from '../../cfn/scenario/account-data.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { AccountScope } from '../../cfn/template/account.ts';
import { certain, known } from '../../cfn/value.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import type { Service } from '../launchers/service.ts';
import { isFalse, isTrue, textAt } from '../resolve/scalars.ts';

/** What ECS calls the agent that sessions go through. */
const AGENT = 'ExecuteCommandAgent';

/** The running tasks of a service that no session can be opened on, as the account data shows them. */
export interface RunningTasks {
  /** How many were started without ECS Exec. */
  readonly withoutExec: number;
  /** The agents that have stopped on tasks that were started with it. */
  readonly stoppedAgents: readonly StoppedAgent[];
  readonly unsure: Sentence | undefined;
}

export interface StoppedAgent {
  /** As ECS words it; nothing where it gives none. */
  readonly reason: string | undefined;
}

/** Nothing where no running task of the service was read from the account. */
export function runningTasksOf(service: Service): RunningTasks | undefined {
  const found = tasksOf(service);
  if (found.length === 0) return undefined;
  const values = found.map(task =>
    fromAccount(service.resource.template.stack, known(task, task.at), scopeOf(task), ''),
  );
  const doubts = values.flatMap(each =>
    each.is === 'known' && each.unsure !== undefined ? [each.unsure] : [],
  );
  const exec = found.map(task => task.read('EnableExecuteCommand'));
  return {
    withoutExec: exec.filter(each => each.is === 'known' && isFalse(each.value)).length,
    stoppedAgents: found
      .filter((_, i) => exec[i]?.is === 'known' && isTrue(exec[i].value))
      .flatMap(stoppedAgentsOf),
    unsure: doubts[0],
  };
}

/** By the name of the service and of its cluster, which both have to be known. */
function tasksOf(service: Service): readonly Resource[] {
  const { template } = service.resource;
  const [name, cluster] = [physicalNameOf(service), certain(service.clusterName())];
  if (name === undefined || cluster === undefined) return [];
  const stacks = template.stack.system?.accountStacks ?? [];
  return stacks
    .flatMap(stack => template.templateOf(stack).resources('AWS::ECS::Task'))
    .filter(
      task =>
        textOf(task, 'Group') === `service:${name}` &&
        textOf(task, 'LastStatus') === 'RUNNING' &&
        lastPart(textOf(task, 'Cluster') ?? '') === lastPart(cluster),
    );
}

/** The name that it is given, or the one that it was given when it was deployed. */
function physicalNameOf(service: Service): string | undefined {
  const name = service.name();
  if (name.is !== 'absent') return certain(name);
  const { id, template } = service.resource;
  const physicalId = template.stack.system?.physicalId(template.stack, id);
  return physicalId === undefined ? undefined : lastPart(physicalId);
}

function stoppedAgentsOf(task: Resource): readonly StoppedAgent[] {
  const agents = task.items('ManagedAgents');
  if (agents.is !== 'known') return [];
  return agents.value.flatMap(at => {
    const read = (key: string): string | undefined =>
      certain(textAt(task.template, task.template.find(at, key)));
    const isStopped = read('Name') === AGENT && read('LastStatus') === 'STOPPED';
    return isStopped ? [{ reason: read('Reason') }] : [];
  });
}

function scopeOf({ id, template }: Resource): AccountScope | undefined {
  return template.declarations.account?.resources.get(id);
}

function textOf(task: Resource, property: string): string | undefined {
  return certain(textAt(task.template, task.find(property)));
}

/** The name in what may be an ARN. */
function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
