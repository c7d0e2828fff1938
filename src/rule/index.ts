// What rules of all groups are written with.

export { strayFrom } from '../ecs/enablement/misplaced-property.ts';
export type { Launcher } from '../ecs/launchers/launcher.ts';
export { sessionLog } from '../ecs/logging/session-log.ts';
export type { Role } from '../ecs/model/role.ts';
export type { RolePermissions } from '../ecs/model/role-permissions.ts';
export type { TaskDefinition } from '../ecs/model/task-definition.ts';
export { rename, set } from '../edit/tree/edit.ts';
export { attachmentsTo } from '../fixes/task-role/attach.ts';
export { and, commas, or, type Said, type Sentence, say } from '../i18n/sentence.ts';
export { distinctPlaces, isLiteral, isWithin, isWritten, type Place } from '../syntax/place.ts';
export {
  havingTaskRole,
  notApplicable,
  notSeen,
  onFargate,
  seeingCluster,
  seeingContainers,
  seeingExecutionRole,
  seeingSecurityGroups,
  seeingSessionLog,
  seeingSubnets,
  seeingTaskRole,
  seeingTaskRolePermissions,
  seeingVpc,
  taskRoleNotAsked,
} from './applies-to.ts';
export type {
  Blocked,
  Finding,
  Fix,
  Inapplicable,
  NotAsked,
  Related,
  Rule,
  Safety,
  SeenIgnore,
  Settings,
  Severity,
  Undecided,
  Verdict,
} from './types.ts';
