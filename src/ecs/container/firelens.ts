import type { Launcher } from '../launchers/launcher.ts';
import { containersOf } from './task-containers.ts';

/** Whether a launcher's tasks have a log router of FireLens, or containers that log to one. */
export function usesFireLens(launcher: Launcher): boolean {
  const task = containersOf(launcher);
  if (task.is !== 'known') return false;
  return task.value.containers.some(container => {
    const driver = container.logDriver();
    return (
      container.find('FirelensConfiguration').is !== 'absent' ||
      (driver.is === 'known' && driver.value === 'awsfirelens')
    );
  });
}
