// What rules ask about task roles and their policies, and how they fix them.

export { inWords, SESSION_ACTIONS } from '../ecs/model/actions.ts';
export {
  type ArnAttachment,
  attachmentsByArnFor,
  otherAttachmentsByArn,
} from '../ecs/task-role/attached-by-arn.ts';
export { broadPolicies } from '../ecs/task-role/broad-policies.ts';
export { type Denial, denials } from '../ecs/task-role/denials.ts';
export { latePolicies } from '../ecs/task-role/late-policies.ts';
export { misplacedActions } from '../ecs/task-role/misplaced.ts';
export { type Misspelling, misspellings } from '../ecs/task-role/misspelt.ts';
export { policiesOfOneName, type SameName } from '../ecs/task-role/same-name.ts';
export { grantSession } from '../fixes/grant.ts';
export { attachByName } from '../fixes/task-role/attachment-name.ts';
export { waitForPolicies } from '../fixes/task-role/depends-on.ts';
export { detachForInstances } from '../fixes/task-role/detach.ts';
export { moveSession, withdrawSession } from '../fixes/task-role/move.ts';
export { renamePolicies } from '../fixes/task-role/rename.ts';
export { giveTaskRole, riskOfTaskRole } from '../fixes/task-role/task-role.ts';
export { admitTasks, servesOnlyTasks } from '../fixes/task-role/trust.ts';
export { unrestrictSession } from '../fixes/task-role/unrestrict.ts';
