// What rules ask about where ECS Exec is enabled, and how they fix it.

export { launchersWithoutExecProperty } from '../ecs/enablement/launchers-without-exec-property.ts';
export {
  execPropertiesOnOtherTypes,
  type MisplacedExecProperty,
  misplacedExecPropertiesIn,
  ownExecPropertyMisplaced,
  setsTrue,
} from '../ecs/enablement/misplaced-exec-property.ts';
export { type MisplacedProperty, strayProperties } from '../ecs/enablement/misplaced-property.ts';
export { nonBooleanExecProperty } from '../ecs/enablement/non-boolean-exec-property.ts';
export { oldPlatform } from '../ecs/enablement/platform-version.ts';
export { type RunningTasks, runningTasksOf } from '../ecs/enablement/running-tasks.ts';
export { servicesRunning } from '../ecs/launchers/launchers.ts';
export type { Service } from '../ecs/launchers/service.ts';
export { fixMisplacedExecProperty } from '../fixes/enablement/move-exec-property.ts';
export { moveProperty } from '../fixes/enablement/move-property.ts';
