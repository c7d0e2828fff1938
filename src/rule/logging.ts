// What rules ask about the recording of sessions, and how they fix it.

export { keyPolicyAdmitsRole, keyPolicyBlocksLogs } from '../ecs/logging/blocking-key-policy.ts';
export { type EncryptionKey, encryptionKeys } from '../ecs/logging/encryption-keys.ts';
export { hiddenBucketKey, type KeyNeeds, keyNeeds } from '../ecs/logging/key-permissions.ts';
export { type NonArnKey, nonArnKey } from '../ecs/logging/log-group-key.ts';
export {
  type Consequence,
  conditionalDenials,
  logNeeds,
  type MissingPermissions,
  missingPermissions,
  needsToOpen,
  undecidedNeeds,
  withoutActions,
  worstConsequence,
} from '../ecs/logging/required-permissions.ts';
export { type Mismatch, mismatches } from '../ecs/logging/resource-mismatch.ts';
export { clusterLogs } from '../ecs/logging/session-log.ts';
export { type UnusableKey, unusableKey } from '../ecs/logging/unusable-key.ts';
export { isUsedWithoutExec } from '../ecs/logging/used-without-exec.ts';
export { Bucket } from '../ecs/model/bucket.ts';
export {
  type Cluster,
  DESTINATION_KINDS,
  type InvalidLogging,
} from '../ecs/model/cluster.ts';
export { type Destination, describe } from '../ecs/model/destination.ts';
export { isAwsManaged } from '../ecs/model/key.ts';
export { LogGroup } from '../ecs/model/log-group.ts';
export { nameBucket } from '../fixes/logging/bucket-name.ts';
export { blockPublicAccess } from '../fixes/logging/destinations.ts';
export { allowKeyUse, encryptLogGroup } from '../fixes/logging/kms.ts';
export {
  addStreamWildcard,
  allowKey as grantKey,
} from '../fixes/logging/log-permissions.ts';
export { recordSessions, riskForImporters, riskOfRecording } from '../fixes/logging/record-sessions.ts';
export { allowLogFix, IMPACTS, LOG_CONSEQUENCES } from './log-findings.ts';
