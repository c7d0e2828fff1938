import { placeholder } from '../../cfn/functions/placeholder.ts';
import { absent, andThen, type Value } from '../../cfn/value.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import type { ContextValue, RequestContext } from '../../iam/request.ts';
import type { JsonObject } from '../../syntax/json-value.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { DECRYPT, GENERATE_DATA_KEY } from '../model/actions.ts';
import { Bucket } from '../model/bucket.ts';
import type { Destination } from '../model/destination.ts';
import { isAwsManaged, type Key } from '../model/key.ts';
import type { Consequence, Need } from './required-permissions.ts';
import { sessionLog } from './session-log.ts';

/** What the task role needs where sessions are encrypted with a key: without it they are not opened. */
export function sessionKeyNeed(key: Key): Need {
  return keyNeed(key, DECRYPT, OF_A_SESSION, SESSION_CONTEXT, 'session refused');
}

/** What the task role needs to write to a bucket that is encrypted with a key. */
export function bucketKeyNeed(key: Key): Need {
  return keyNeed(key, GENERATE_DATA_KEY, OF_S3, S3_CONTEXT, 'not recorded');
}

/** What a person needs to open a session that is encrypted with a key. */
export function callerKeyNeed(key: Key): Need {
  return keyNeed(key, GENERATE_DATA_KEY, OF_A_SESSION, SESSION_CONTEXT, 'session refused');
}

/**
 * Both ends of a session name it when they ask for its key, and S3 asks in its own name.
 * https://github.com/aws/amazon-ssm-agent/blob/mainline/agent/session/crypto/blockcipher.go
 */
export const OF_A_SESSION: JsonObject = {
  StringLike: { 'kms:EncryptionContext:aws:ssm:SessionId': 'ecs-execute-command-*' },
};
const OF_S3: JsonObject = { StringLike: { 'kms:ViaService': 's3.*' } };

/** Neither the agent nor the plugin of the CLI goes through another service. */
export const SESSION_CONTEXT: RequestContext = new Map([
  ['kms:encryptioncontext:aws:ssm:sessionid', [`ecs-execute-command-${placeholder('a session')}`]],
]);

/** S3 asks for the key of a bucket in the name of who writes to it. Whether that counts as by a service is left open. */
const S3_CONTEXT: RequestContext = new Map<string, readonly ContextValue[]>([
  ['kms:viaservice', [`s3.${placeholder('AWS::Region')}.${placeholder('AWS::URLSuffix')}`]],
  ['aws:viaawsservice', ['false', 'true']],
  ...['aws:calledvia', 'aws:calledviafirst', 'aws:calledvialast'].map(
    (key): [string, readonly ContextValue[]] => [key, [undefined, 's3.amazonaws.com']],
  ),
]);

function keyNeed(
  key: Key,
  action: string,
  condition: JsonObject,
  context: RequestContext,
  consequence: Consequence,
): Need {
  return {
    actions: [action],
    resource: key.arns,
    template: key.template,
    written: key.written ?? '*',
    writtenElsewhere: key.writtenElsewhere ?? '*',
    condition,
    context,
    consequence,
  };
}

/** A key that sessions are encrypted with, or their records, and what the task role has to be allowed to do with it. */
export interface KeyNeeds {
  readonly key: Key;
  readonly needs: readonly Need[];
  readonly unsure: Sentence | undefined;
}

/**
 * The keys that the sessions of a launcher take, as far as they are known and permissions on them count: whether those of
 * AWS services serve does not depend on them.
 */
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

/** Why it is not known with which key a bucket that sessions are written to is encrypted, where that is so. */
export function hiddenBucketKey(launcher: Launcher): Sentence | undefined {
  const log = sessionLog(launcher);
  const keys = log.is === 'known' ? log.value.destinations.map(bucketKey) : [];
  for (const key of keys) if (key.is === 'unknown') return key.why;
  return undefined;
}

function needsOf(
  key: Value<Key>,
  needOf: (key: Key) => Need,
  unsure: Sentence | undefined,
): readonly KeyNeeds[] {
  return key.is === 'known' && !isAwsManaged(key.value)
    ? [{ key: key.value, needs: [needOf(key.value)], unsure: key.unsure ?? unsure }]
    : [];
}

function isSame(a: KeyNeeds, b: KeyNeeds): boolean {
  return a.key.arns[0] === b.key.arns[0];
}

/** The key that a bucket of this template is encrypted with; absent where that is one of AWS's own. */
export function bucketKey({ resource, at }: Destination): Value<Key> {
  if (!resource) return absent(at);
  const bucket = new Bucket(resource);
  return andThen(bucket.encryption(), algorithm =>
    algorithm.startsWith('aws:kms') ? bucket.key() : absent(at),
  );
}
