import { absent, andThen, type Value } from '../../cfn/value.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { Bucket } from '../model/bucket.ts';
import type { Destination } from '../model/destination.ts';
import type { Key } from '../model/key.ts';
import { bucketKeyNeed, sessionKeyNeed } from './key-need.ts';
import type { Need } from './required-permissions.ts';
import { sessionLog } from './session-log.ts';

/** A key that sessions are encrypted with, or their records, and what the task role has to be allowed to do with it. */
export interface KeyNeeds {
  readonly key: Key;
  readonly needs: readonly Need[];
  readonly unsure: Sentence | undefined;
}

/** The keys that the sessions of a launcher take, as far as they are known. */
export function keyNeeds(launcher: Launcher): readonly KeyNeeds[] {
  const cluster = launcher.cluster();
  if (cluster.is !== 'known') return [];
  const log = sessionLog(launcher);
  const destinations = log.is === 'known' ? log.value.destinations : [];
  const found = [
    ...needsOf(cluster.value.sessionKey(), sessionKeyNeed, cluster.unsure),
    ...destinations.flatMap(each => needsOf(bucketKey(each), bucketKeyNeed, cluster.unsure)),
  ];
  return found
    .filter((each, i) => found.findIndex(other => isSame(each, other)) === i)
    .map(each => ({
      ...each,
      needs: found.filter(other => isSame(each, other)).flatMap(other => other.needs),
    }));
}

function needsOf(
  key: Value<Key>,
  needOf: (key: Key) => Need,
  unsure: Sentence | undefined,
): readonly KeyNeeds[] {
  return key.is === 'known'
    ? [{ key: key.value, needs: [needOf(key.value)], unsure: key.unsure ?? unsure }]
    : [];
}

function isSame(a: KeyNeeds, b: KeyNeeds): boolean {
  return a.key.arns[0] === b.key.arns[0];
}

/** The key that a bucket of this template is encrypted with; absent where that is one of AWS's own. */
function bucketKey({ resource, at }: Destination): Value<Key> {
  if (!resource) return absent(at);
  const bucket = new Bucket(resource);
  return andThen(bucket.encryption(), algorithm =>
    algorithm.startsWith('aws:kms') ? bucket.key() : absent(at),
  );
}
