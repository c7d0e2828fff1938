import type { Rule } from '../src/rule.ts';
import { execEnabled } from './enablement/exec-enabled.ts';
import { execFlagMisplaced } from './enablement/exec-flag-misplaced.ts';
import { execFlagNotBoolean } from './enablement/exec-flag-not-boolean.ts';
import { execNeedsRedeploy } from './enablement/exec-needs-redeploy.ts';
import { execNotEnabled } from './enablement/exec-not-enabled.ts';
import { execUnsupported } from './enablement/exec-unsupported.ts';
import { launcherExecNotEnabled } from './enablement/launcher-exec-not-enabled.ts';
import { loggingNotOverridden } from './logging/logging-not-overridden.ts';
import { taskRoleLacksLogPermissions } from './logging/task-role-lacks-log-permissions.ts';
import { duplicatePolicyName } from './task-role/duplicate-policy-name.ts';
import { ssmmessagesActionMisspelt } from './task-role/ssmmessages-action-misspelt.ts';
import { ssmmessagesDenied } from './task-role/ssmmessages-denied.ts';
import { ssmmessagesOnExecutionRole } from './task-role/ssmmessages-on-execution-role.ts';
import { ssmmessagesRestricted } from './task-role/ssmmessages-restricted.ts';
import { taskRoleElsewhere } from './task-role/task-role-elsewhere.ts';
import { taskRoleLacksSsmmessages } from './task-role/task-role-lacks-ssmmessages.ts';
import { taskRoleMissing } from './task-role/task-role-missing.ts';
import { taskRoleNotAssumable } from './task-role/task-role-not-assumable.ts';
import { taskRolePolicyRace } from './task-role/task-role-policy-race.ts';
import { taskRoleShared } from './task-role/task-role-shared.ts';
import { taskRoleTooBroad } from './task-role/task-role-too-broad.ts';
import { danglingReference } from './template/dangling-reference.ts';
import { parseError } from './template/parse-error.ts';

/** In the order of the README's table. */
export const rules: readonly Rule[] = [
  execNotEnabled,
  ssmmessagesOnExecutionRole,
  loggingNotOverridden,
  taskRoleMissing,
  taskRoleLacksSsmmessages,
  ssmmessagesActionMisspelt,
  ssmmessagesDenied,
  ssmmessagesRestricted,
  taskRoleNotAssumable,
  taskRolePolicyRace,
  duplicatePolicyName,
  taskRoleShared,
  taskRoleTooBroad,
  taskRoleElsewhere,
  execFlagMisplaced,
  execFlagNotBoolean,
  execEnabled,
  launcherExecNotEnabled,
  execUnsupported,
  execNeedsRedeploy,
  taskRoleLacksLogPermissions,
  danglingReference,
  parseError,
];
