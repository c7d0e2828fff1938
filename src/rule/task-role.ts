// What rules ask about task roles and their policies, and how they fix them.

export { keyNeeds } from '../ecs/logging/key-permissions.ts';
export { isAllowed, logNeeds, type Need } from '../ecs/logging/required-permissions.ts';
export { inWords, SESSION_ACTIONS } from '../ecs/model/actions.ts';
export { describe } from '../ecs/model/destination.ts';
export { type Misspelling, misplacedActions, misspellings } from '../ecs/task-role/action-mistakes.ts';
export {
  type ArnAttachment,
  attachmentsByArnFor,
  otherAttachmentsByArn,
} from '../ecs/task-role/attached-by-arn.ts';
export { type Denial, denials } from '../ecs/task-role/denials.ts';
export { policiesOfOneName, type SameName } from '../ecs/task-role/duplicate-policy-names.ts';
export {
  type MalformedPolicy,
  malformedPoliciesFor,
  otherMalformedPolicies,
} from '../ecs/task-role/malformed-policies.ts';
export {
  type MissingManagedPolicy,
  missingManagedPoliciesFor,
  otherMissingManagedPolicies,
} from '../ecs/task-role/managed-policy-mistakes.ts';
export { type Restriction, restrictionsOf } from '../ecs/task-role/restrictions.ts';
export { type InvalidRoleArn, invalidRoleArn } from '../ecs/task-role/role-arns.ts';
export { rolePathMismatches } from '../ecs/task-role/role-paths.ts';
export { broadPolicies, policiesWithoutDependsOn } from '../ecs/task-role/role-policies.ts';
export { allowSessionActions as grantSession } from '../fixes/allow-actions.ts';
export { allowTasksToAssume, servesOnlyTasks } from '../fixes/task-role/allow-tasks-to-assume.ts';
export { attachByName } from '../fixes/task-role/attachment-name.ts';
export { detachForInstances, removeRestrictions } from '../fixes/task-role/change-policies.ts';
export { waitForPolicies } from '../fixes/task-role/depends-on.ts';
export { giveTaskRole, riskOfTaskRole } from '../fixes/task-role/give-task-role.ts';
export { writeManagedPolicyArn } from '../fixes/task-role/managed-policy-arn.ts';
export { moveSessionActions, revokeSessionActions } from '../fixes/task-role/move-permissions.ts';
export { correctPolicySyntax } from '../fixes/task-role/policy-syntax.ts';
export { referToRole } from '../fixes/task-role/refer-to-role.ts';
export { renamePolicies } from '../fixes/task-role/rename-policies.ts';
