import type { Sentence } from '../../i18n/sentence.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { SESSION_ACTIONS } from '../model/actions.ts';
import type { Role } from '../model/role.ts';

export interface MisplacedActions {
  readonly executionRole: Role;
  readonly actions: readonly string[];
  readonly unsure: Sentence | undefined;
}

/**
 * The session actions that a launcher's execution role allows and its task role, as far as there is one, does not.
 * Containers never have the execution role; where one role is both there is nothing to move.
 */
export function misplacedActions(launcher: Launcher): MisplacedActions | undefined {
  const [task, execution] = [launcher.taskRole(), launcher.executionRole()];
  if (task.is === 'unknown' || execution.is !== 'known') return undefined;
  if (task.is === 'known' && task.value.resource.sameAs(execution.value.resource)) return undefined;
  const missing = task.is === 'known' ? task.value.sessionActions('implicit deny') : SESSION_ACTIONS;
  const held = missing.length > 0 ? execution.value.sessionActions('allowed', 'restricted') : [];
  const actions = missing.filter(action => held.includes(action));
  const unsure = execution.unsure ?? (task.is === 'known' ? task.unsure : undefined);
  return actions.length > 0 ? { executionRole: execution.value, actions, unsure } : undefined;
}
