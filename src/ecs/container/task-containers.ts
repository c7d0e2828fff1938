import { andThen, known, type Value } from '../../cfn/value.ts';
import type { Launcher } from '../launchers/launcher.ts';
import type { Container } from '../model/container-definition.ts';
import type { TaskDefinition } from '../model/task-definition.ts';

export interface TaskContainers {
  readonly definition: TaskDefinition;
  readonly containers: readonly Container[];
}

/** The containers that a launcher starts, and the task definition that says so. */
export function containersOf(launcher: Launcher): Value<TaskContainers> {
  return andThen(launcher.taskDefinition(), definition =>
    andThen(definition.containers(), (containers, at) => known({ definition, containers }, at)),
  );
}
