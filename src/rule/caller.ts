// What rules ask about whoever opens sessions, and how they fix it.

export { callersWithoutDataKey, sideDoors } from '../ecs/caller/exec-caller.ts';
export { allowDataKey as grantDataKey } from '../fixes/caller/data-key.ts';
