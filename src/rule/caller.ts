// What rules ask about whoever opens sessions, and how they fix it.

export { callersWithoutDataKey, sideDoors } from '../ecs/caller/caller.ts';
export { grantDataKey } from '../fixes/caller/data-key.ts';
