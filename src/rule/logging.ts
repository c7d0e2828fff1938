// What rules ask about the recording of sessions, and how they fix it.

export { keyPolicyBlocksLogs, keyPolicyBlocksRole } from '../ecs/logging/blocking-key-policy.ts';
export { type KeyNeeds, keyNeeds } from '../ecs/logging/key-needs.ts';
export { logNeeds, missingPermissions, undecidedNeeds } from '../ecs/logging/required-permissions.ts';
export { type Mismatch, mismatches } from '../ecs/logging/resource-mismatch.ts';
export { clusterLogs } from '../ecs/logging/session-log.ts';
export { Bucket } from '../ecs/model/bucket.ts';
export type { Cluster, DestinationKind } from '../ecs/model/cluster.ts';
export { type Destination, describe } from '../ecs/model/destination.ts';
export { LogGroup } from '../ecs/model/log-group.ts';
export { allowKeyUse } from '../fixes/logging/allow-key-use.ts';
export { nameBucket } from '../fixes/logging/bucket-name.ts';
export { grantKey, grantLog } from '../fixes/logging/log-grant.ts';
export { encryptLogGroup } from '../fixes/logging/log-key.ts';
export { blockPublicAccess } from '../fixes/logging/log-resources.ts';
export { addStreamWildcard } from '../fixes/logging/log-streams.ts';
export { recordSessions, riskOfRecording } from '../fixes/logging/logging.ts';
