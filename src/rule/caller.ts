// What rules ask about whoever opens sessions, and how they fix it.

export { callersWithoutDataKey, sideDoors } from '../ecs/caller/exec-caller.ts';
export {
  type IncompleteCaller,
  incompleteCallers,
  type MisspeltExecuteCommand,
  misspeltExecuteCommands,
} from '../ecs/caller/incomplete-caller.ts';
export { EXECUTE_COMMAND } from '../ecs/model/actions.ts';
export { allowDataKey as grantDataKey } from '../fixes/caller/data-key.ts';
