import type { Value } from '../cfn/value.ts';
import type { Launcher } from './launchers/launcher.ts';
import { Service } from './launchers/service.ts';

/** What the AWS CLI has to be told to open a session on a task, as far as the template says it. */
export interface SessionTarget {
  /** A name or an ARN. */
  readonly cluster: string | undefined;
  /** The name of the service that runs the task. */
  readonly service: string | undefined;
  readonly container: string | undefined;
  /** What the session runs in the container. */
  readonly shell: string;
}

export function sessionTarget(launcher: Launcher): SessionTarget {
  const definition = launcher.taskDefinition();
  const isOnWindows = definition.is === 'known' && definition.value.onWindows().is === 'yes';
  return {
    cluster: sure(launcher.clusterName()),
    service: launcher instanceof Service ? sure(launcher.name()) : undefined,
    container: containerOf(launcher),
    shell: isOnWindows ? 'cmd.exe' : '/bin/sh',
  };
}

/** The container behind the load balancer, else the first. */
function containerOf(launcher: Launcher): string | undefined {
  const balanced = launcher instanceof Service ? sure(launcher.balancedContainer()) : undefined;
  const definition = launcher.taskDefinition();
  const containers = definition.is === 'known' ? definition.value.containers() : definition;
  const [first] = containers.is === 'known' ? containers.value : [];
  return balanced ?? (first && sure(first.name()));
}

/** What rests on the default of a parameter may be another in the deployment. */
function sure(value: Value<string>): string | undefined {
  return value.is === 'known' && value.unsure === undefined && value.value !== '' ? value.value : undefined;
}
