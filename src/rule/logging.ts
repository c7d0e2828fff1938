// What rules ask about the recording of sessions, and how they fix it.

export { type KeyNeeds, keyNeeds } from '../ecs/logging/key-needs.ts';
export { shutsOutLogs, shutsOutRole } from '../ecs/logging/key-policy.ts';
export { type Mismatch, mismatches } from '../ecs/logging/mismatch.ts';
export { logNeeds, undecidedNeeds, unmet } from '../ecs/logging/needs.ts';
export { clusterLogs } from '../ecs/logging/session-log.ts';
export { Bucket } from '../ecs/model/bucket.ts';
export type { Cluster, DestinationKind } from '../ecs/model/cluster.ts';
export { type Destination, describe } from '../ecs/model/destination.ts';
export { LogGroup } from '../ecs/model/log-group.ts';
export { nameBucket } from '../fixes/logging/bucket-name.ts';
export { openKey } from '../fixes/logging/key-policy.ts';
export { grantKey, grantLog } from '../fixes/logging/log-grant.ts';
export { encryptLogGroup } from '../fixes/logging/log-key.ts';
export { closeBucket } from '../fixes/logging/log-resources.ts';
export { coverStreams } from '../fixes/logging/log-streams.ts';
export { recordSessions, riskOfRecording } from '../fixes/logging/logging.ts';
