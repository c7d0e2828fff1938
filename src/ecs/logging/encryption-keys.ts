import type { Value } from '../../cfn/value.ts';
import type { Cluster } from '../model/cluster.ts';
import { isAwsManaged, type Key } from '../model/key.ts';
import { LogGroup } from '../model/log-group.ts';
import { bucketKey } from './key-permissions.ts';
import { clusterLogs } from './session-log.ts';

/** A KMS key, as far as it is known, and what the cluster has encrypted with it. */
export interface EncryptionKey {
  readonly encrypts: 'session' | 'log group' | 'bucket';
  readonly key: Exclude<Value<Key>, { is: 'absent' }>;
}

/** The customer managed keys of a cluster's sessions, and of what they are to be written to. */
export function encryptionKeys(cluster: Cluster): readonly EncryptionKey[] {
  const logs = clusterLogs(cluster);
  const destinations = logs.is === 'known' ? logs.value : [];
  const ofLogs = destinations.map((each): [EncryptionKey['encrypts'], Value<Key>] => {
    if (each.kind === 'bucket') return ['bucket', bucketKey(each)];
    return ['log group', each.resource ? new LogGroup(each.resource).key() : { is: 'absent', at: each.at }];
  });
  const found: typeof ofLogs = [['session', cluster.sessionKey()], ...ofLogs];
  return found.flatMap(([encrypts, key]) =>
    key.is === 'absent' || (key.is === 'known' && isAwsManaged(key.value)) ? [] : [{ encrypts, key }],
  );
}
