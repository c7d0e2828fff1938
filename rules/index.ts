import type { Rule } from '../src/rule.ts';
import { execNotEnabled } from './enablement/exec-not-enabled.ts';
import { loggingNotOverridden } from './logging/logging-not-overridden.ts';
import { taskRoleLacksLogPermissions } from './logging/task-role-lacks-log-permissions.ts';
import { ssmmessagesOnExecutionRole } from './task-role/ssmmessages-on-execution-role.ts';
import { ssmmessagesRestricted } from './task-role/ssmmessages-restricted.ts';
import { taskRoleLacksSsmmessages } from './task-role/task-role-lacks-ssmmessages.ts';
import { taskRoleMissing } from './task-role/task-role-missing.ts';
import { danglingReference } from './template/dangling-reference.ts';
import { fullWidthSpace } from './template/full-width-space.ts';
import { parseError } from './template/parse-error.ts';
import { trailingComma } from './template/trailing-comma.ts';

/** In the order of the README's table. */
export const rules: readonly Rule[] = [
  execNotEnabled,
  ssmmessagesOnExecutionRole,
  loggingNotOverridden,
  taskRoleMissing,
  taskRoleLacksSsmmessages,
  ssmmessagesRestricted,
  taskRoleLacksLogPermissions,
  trailingComma,
  fullWidthSpace,
  danglingReference,
  parseError,
];
