// What rules ask about templates as such.

export { danglingReferences } from '../ecs/template/dangling.ts';
export { type Empty, emptyValues, emptyValuesOf } from '../ecs/template/null-values.ts';
export { leaveOut } from '../fixes/leave-out.ts';
export { nameDestination } from '../fixes/logging/name-destination.ts';
export { completeReference } from '../fixes/reference.ts';
export { attachPolicy } from '../fixes/task-role/attach.ts';
export type { Document, Slip } from '../syntax/document.ts';
