import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { getOrInsertComputed, memoize } from '../../util/memoize.ts';
import type { TaskDefinition } from '../model/task-definition.ts';
import { batchJobs } from './batch-job.ts';
import { eventTargets, pipesOf, schedulesOf } from './eventbridge.ts';
import type { Launcher } from './launcher.ts';
import { Service, servicesOf } from './service.ts';
import { runTaskStatesOf } from './state-machine.ts';

const KINDS: ReadonlyMap<string, (resource: Resource) => readonly Launcher[]> = new Map<
  string,
  (resource: Resource) => readonly Launcher[]
>([
  ['AWS::ECS::Service', servicesOf],
  ['AWS::ECS::Daemon', servicesOf],
  ['AWS::Events::Rule', eventTargets],
  ['AWS::Scheduler::Schedule', schedulesOf],
  ['AWS::Pipes::Pipe', pipesOf],
  ['AWS::Batch::JobDefinition', batchJobs],
  ['AWS::StepFunctions::StateMachine', runTaskStatesOf],
  ['AWS::Serverless::StateMachine', runTaskStatesOf],
]);

/** The types of the resources that may start tasks. */
export const LAUNCHER_TYPES: ReadonlySet<string> = new Set(KINDS.keys());

/**
 * The launchers that a resource is in this scenario: none when it starts no tasks, several when it has several targets.
 */
export function launchersOf(resource: Resource): readonly Launcher[] {
  const { template, id, type } = resource;
  return getOrInsertComputed(launchersIn(template), id, () => KINDS.get(type)?.(resource) ?? []);
}

/** A resource may be hundreds of launchers, each of which asks for the others. */
const launchersIn = memoize((_: Template) => new Map<string, readonly Launcher[]>());

/**
 * The types of those that call `RunTask` with a role of their own, which has to be allowed to pass the task's roles.
 */
export const PASSING_TYPES: ReadonlySet<string> = new Set([
  'AWS::Events::Rule',
  'AWS::Scheduler::Schedule',
  'AWS::Pipes::Pipe',
  'AWS::StepFunctions::StateMachine',
  'AWS::Serverless::StateMachine',
]);

/** All launchers of this scenario, with exec on or off. */
export function launchers(
  template: Template,
  types: ReadonlySet<string> = LAUNCHER_TYPES,
): readonly Launcher[] {
  return [...types].flatMap(type => template.resources(type).flatMap(launchersOf));
}

/** The services and daemons that run a task definition. */
export function servicesRunning(definition: TaskDefinition): readonly Service[] {
  return launchers(definition.resource.template, SERVICE_TYPES).flatMap(each => {
    if (!(each instanceof Service)) return [];
    const run = each.taskDefinition();
    return run.is === 'known' && run.value.id === definition.id ? [each] : [];
  });
}

const SERVICE_TYPES: ReadonlySet<string> = new Set(['AWS::ECS::Service', 'AWS::ECS::Daemon']);
