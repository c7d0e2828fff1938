import type { Rule } from '../src/rule.ts';
import { execNotEnabled } from './enablement/exec-not-enabled.ts';
import { keyPolicyShutsOutLogs } from './logging/key-policy-shuts-out-logs.ts';
import { logBucketOpen } from './logging/log-bucket-open.ts';
import { logDestinationMissing } from './logging/log-destination-missing.ts';
import { logEncryptionRefusesSession } from './logging/log-encryption-refuses-session.ts';
import { logPermissionMismatch } from './logging/log-permission-mismatch.ts';
import { logRetentionUnset } from './logging/log-retention-unset.ts';
import { logTargetByName } from './logging/log-target-by-name.ts';
import { loggingNotOverridden } from './logging/logging-not-overridden.ts';
import { taskRoleLacksKmsDecrypt } from './logging/task-role-lacks-kms-decrypt.ts';
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
  logDestinationMissing,
  logEncryptionRefusesSession,
  taskRoleLacksLogPermissions,
  taskRoleLacksKmsDecrypt,
  logPermissionMismatch,
  logTargetByName,
  keyPolicyShutsOutLogs,
  logRetentionUnset,
  logBucketOpen,
  trailingComma,
  fullWidthSpace,
  danglingReference,
  parseError,
];
