import type { JsonObject } from '../../syntax/json.ts';
import { DECRYPT, GENERATE_DATA_KEY } from '../model/actions.ts';
import type { Key } from '../model/key.ts';
import type { Need } from './required-permissions.ts';

/** What the task role needs where sessions are encrypted with a key: without it they are not opened. */
export function sessionKeyNeed(key: Key): Need {
  return keyNeed(key, DECRYPT, OF_A_SESSION, true);
}

/** What the task role needs to write to a bucket that is encrypted with a key. */
export function bucketKeyNeed(key: Key): Need {
  return keyNeed(key, GENERATE_DATA_KEY, OF_S3, false);
}

/** What a person needs to open a session that is encrypted with a key. */
export function callerKeyNeed(key: Key): Need {
  return keyNeed(key, GENERATE_DATA_KEY, OF_A_SESSION, true);
}

/**
 * Both ends of a session name it when they ask for its key, and S3 asks in its own name.
 * https://github.com/aws/amazon-ssm-agent/blob/mainline/agent/session/crypto/blockcipher.go
 */
const OF_A_SESSION: JsonObject = {
  StringLike: { 'kms:EncryptionContext:aws:ssm:SessionId': 'ecs-execute-command-*' },
};
const OF_S3: JsonObject = { StringLike: { 'kms:ViaService': 's3.*' } };

function keyNeed(key: Key, action: string, condition: JsonObject, refusesSession: boolean): Need {
  return {
    actions: [action],
    resource: key.arns,
    template: key.template,
    written: key.written ?? '*',
    writtenElsewhere: key.writtenElsewhere ?? '*',
    condition,
    refusesSession,
  };
}
