import type { Rule } from '../src/rule/index.ts';
import { callerLacksDataKey } from './caller/caller-lacks-data-key.ts';
import { callerLacksPermissions } from './caller/caller-lacks-permissions.ts';
import { sessionSideDoor } from './caller/session-side-door.ts';
import { agentCredentialsOverridden } from './container/agent-credentials-overridden.ts';
import { awsKeysInEnvironment } from './container/aws-keys-in-environment.ts';
import { execLostOnRestart } from './container/exec-lost-on-restart.ts';
import { imageLacksShellTools } from './container/image-lacks-shell-tools.ts';
import { imageUnsupported } from './container/image-unsupported.ts';
import { initProcessDisabled } from './container/init-process-disabled.ts';
import { meshDropsEgress } from './container/mesh-drops-egress.ts';
import { noNetworkForAgent } from './container/no-network-for-agent.ts';
import { proxyBlocksAgent } from './container/proxy-blocks-agent.ts';
import { readOnlyRootFilesystem } from './container/read-only-root-filesystem.ts';
import { sharedPidNamespace } from './container/shared-pid-namespace.ts';
import { execEnabled } from './enablement/exec-enabled.ts';
import { execFlagMisplaced } from './enablement/exec-flag-misplaced.ts';
import { execFlagNotBoolean } from './enablement/exec-flag-not-boolean.ts';
import { execNeedsRedeploy } from './enablement/exec-needs-redeploy.ts';
import { execNotEnabled } from './enablement/exec-not-enabled.ts';
import { execPropertyMisplaced } from './enablement/exec-property-misplaced.ts';
import { execUnsupported } from './enablement/exec-unsupported.ts';
import { fargatePlatformTooOld } from './enablement/fargate-platform-too-old.ts';
import { launcherExecNotEnabled } from './enablement/launcher-exec-not-enabled.ts';
import { runningTasksWithoutAgent } from './enablement/running-tasks-without-agent.ts';
import { keyPolicyShutsOutLogs } from './logging/key-policy-shuts-out-logs.ts';
import { kmsKeyUnusable } from './logging/kms-key-unusable.ts';
import { logBucketByAddress } from './logging/log-bucket-by-address.ts';
import { logBucketOpen } from './logging/log-bucket-open.ts';
import { logBucketPolicyCondition } from './logging/log-bucket-policy-condition.ts';
import { logDestinationMissing } from './logging/log-destination-missing.ts';
import { logEncryptionRefusesSession } from './logging/log-encryption-refuses-session.ts';
import { logGroupKeyNotArn } from './logging/log-group-key-not-arn.ts';
import { logPermissionMismatch } from './logging/log-permission-mismatch.ts';
import { logRetentionUnset } from './logging/log-retention-unset.ts';
import { logTargetByName } from './logging/log-target-by-name.ts';
import { loggingNotOverridden } from './logging/logging-not-overridden.ts';
import { sessionKeyAwsManaged } from './logging/session-key-aws-managed.ts';
import { taskRoleLacksKmsDecrypt } from './logging/task-role-lacks-kms-decrypt.ts';
import { taskRoleLacksLogPermissions } from './logging/task-role-lacks-log-permissions.ts';
import { egressBlocked } from './network/egress-blocked.ts';
import { endpointPolicyBlocksAgent } from './network/endpoint-policy-blocks-agent.ts';
import { endpointUnreachable } from './network/endpoint-unreachable.ts';
import { ipv6OnlySubnet } from './network/ipv6-only-subnet.ts';
import { sessionEndpointMissing } from './network/session-endpoint-missing.ts';
import { sessionManagerUnreachable } from './network/session-manager-unreachable.ts';
import { ssmmessagesEndpointMissing } from './network/ssmmessages-endpoint-missing.ts';
import { duplicatePolicyName } from './task-role/duplicate-policy-name.ts';
import { malformedPolicy } from './task-role/malformed-policy.ts';
import { managedPolicyNotFound } from './task-role/managed-policy-not-found.ts';
import { policyAttachedByArn } from './task-role/policy-attached-by-arn.ts';
import { roleArnInvalid } from './task-role/role-arn-invalid.ts';
import { rolePathMismatch } from './task-role/role-path-mismatch.ts';
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
import { colonWithoutSpace } from './template/colon-without-space.ts';
import { danglingReference } from './template/dangling-reference.ts';
import { foreachWithoutTransform } from './template/foreach-without-transform.ts';
import { fullWidthSpace } from './template/full-width-space.ts';
import { irregularWhitespace } from './template/irregular-whitespace.ts';
import { nullValue } from './template/null-value.ts';
import { parseError } from './template/parse-error.ts';
import { propertyMisspelt } from './template/property-misspelt.ts';
import { trailingComma } from './template/trailing-comma.ts';
import { unknownIgnore } from './template/unknown-ignore.ts';
import { unusedIgnore } from './template/unused-ignore.ts';

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
  policyAttachedByArn,
  malformedPolicy,
  managedPolicyNotFound,
  duplicatePolicyName,
  taskRoleShared,
  taskRoleTooBroad,
  taskRoleElsewhere,
  roleArnInvalid,
  rolePathMismatch,
  execFlagMisplaced,
  execPropertyMisplaced,
  execFlagNotBoolean,
  execEnabled,
  launcherExecNotEnabled,
  execUnsupported,
  execNeedsRedeploy,
  readOnlyRootFilesystem,
  fargatePlatformTooOld,
  runningTasksWithoutAgent,
  noNetworkForAgent,
  agentCredentialsOverridden,
  proxyBlocksAgent,
  initProcessDisabled,
  sharedPidNamespace,
  awsKeysInEnvironment,
  imageLacksShellTools,
  execLostOnRestart,
  imageUnsupported,
  meshDropsEgress,
  sessionManagerUnreachable,
  ssmmessagesEndpointMissing,
  sessionEndpointMissing,
  endpointUnreachable,
  endpointPolicyBlocksAgent,
  ipv6OnlySubnet,
  egressBlocked,
  logDestinationMissing,
  logEncryptionRefusesSession,
  taskRoleLacksLogPermissions,
  taskRoleLacksKmsDecrypt,
  logPermissionMismatch,
  logTargetByName,
  logBucketByAddress,
  logGroupKeyNotArn,
  sessionKeyAwsManaged,
  kmsKeyUnusable,
  keyPolicyShutsOutLogs,
  logRetentionUnset,
  logBucketOpen,
  logBucketPolicyCondition,
  callerLacksDataKey,
  sessionSideDoor,
  callerLacksPermissions,
  trailingComma,
  fullWidthSpace,
  irregularWhitespace,
  colonWithoutSpace,
  danglingReference,
  parseError,
  unusedIgnore,
  unknownIgnore,
  nullValue,
  propertyMisspelt,
  foreachWithoutTransform,
];
