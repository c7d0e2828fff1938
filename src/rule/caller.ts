// What rules ask about whoever opens sessions, and how they fix it.

export { callersWithoutDataKey } from '../ecs/caller/data-key.ts';
export { sideDoors } from '../ecs/caller/side-door.ts';
export { grantDataKey } from '../fixes/caller/data-key.ts';
