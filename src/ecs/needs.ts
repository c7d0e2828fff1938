import { bucketArn, logGroupArn } from '../cfn/policy/arn.ts';
import { display, hasReference, reference } from '../cfn/reference.ts';
import { carry } from '../cfn/scope.ts';
import type { Template } from '../cfn/template.ts';
import type { Sentence } from '../lang/sentence.ts';
import type { Json, JsonObject } from '../syntax/json.ts';
import {
  DECRYPT,
  FIND_BUCKET,
  FIND_LOG_GROUP,
  GENERATE_DATA_KEY,
  READ_BUCKET_ENCRYPTION,
  WRITE_LOG_STREAM,
  WRITE_OBJECT,
} from './actions.ts';
import { type Destination, writtenArns } from './destination.ts';
import type { Key } from './key.ts';
import type { Role } from './role.ts';

/** Rights that the task role has to have on one resource. */
export interface Need {
  readonly actions: readonly string[];
  /** All ARNs that mean the resource, with marks; `*` for all resources. */
  readonly resource: readonly string[];
  /** Where those names are at home. */
  readonly template: Template;
  /** How a policy of this template names the resource. */
  readonly written: Json;
  /** How another template names it: nothing where only this one can. */
  readonly writtenElsewhere?: Json | undefined;
  /** What a policy has to say besides where it cannot name the resource, and so names all. */
  readonly condition?: JsonObject;
  /** Without them the session itself is refused, not only its record lost. */
  readonly refusesSession: boolean;
}

/** What the task role needs to write sessions to a destination. */
export function logNeeds(destination: Destination): readonly Need[] {
  return destination.kind === 'log group' ? groupNeeds(destination) : bucketNeeds(destination);
}

function groupNeeds(group: Destination): readonly Need[] {
  const { template } = group;
  const name = group.names.find(each => !hasReference(each));
  return [
    {
      actions: [FIND_LOG_GROUP],
      // Documented on `*`; whether a narrower grant is enough is not, so it counts as one.
      resource: ['*', `${logGroupArn('')}*`, ...group.names.map(logGroupArn), ...writtenArns(group)],
      template,
      written: '*',
      refusesSession: group.mustBeEncrypted,
    },
    {
      actions: WRITE_LOG_STREAM,
      resource: writtenArns(group),
      template,
      written: group.resource
        ? { 'Fn::GetAtt': [group.resource.id, 'Arn'] }
        : { 'Fn::Sub': display(`${logGroupArn(group.names[0] ?? '')}:*`) },
      writtenElsewhere: name === undefined ? undefined : { 'Fn::Sub': display(`${logGroupArn(name)}:*`) },
      refusesSession: false,
    },
  ];
}

function bucketNeeds(bucket: Destination): readonly Need[] {
  const { template } = bucket;
  const name = bucket.names.find(each => !hasReference(each));
  const elsewhere = (path: string): Json | undefined =>
    name === undefined ? undefined : { 'Fn::Sub': display(`${bucketArn(name)}${path}`) };
  const arn = bucket.resource ? reference(`${bucket.resource.id}.Arn`) : bucketArn(bucket.names[0] ?? '');
  const folder = bucket.prefix ? `${bucket.prefix}/` : '';
  const buckets = bucket.names.map(bucketArn);
  return [
    { actions: [FIND_BUCKET], resource: ['*', ...buckets], template, written: '*', refusesSession: false },
    {
      actions: [READ_BUCKET_ENCRYPTION],
      resource: buckets,
      template,
      written: bucket.resource ? { 'Fn::GetAtt': [bucket.resource.id, 'Arn'] } : { 'Fn::Sub': display(arn) },
      writtenElsewhere: elsewhere(''),
      refusesSession: bucket.mustBeEncrypted,
    },
    {
      actions: [WRITE_OBJECT],
      resource: writtenArns(bucket),
      template,
      written: { 'Fn::Sub': display(`${arn}/${folder}*`) },
      writtenElsewhere: hasReference(folder) ? undefined : elsewhere(`/${folder}*`),
      refusesSession: false,
    },
  ];
}

/** What the task role needs where sessions are encrypted with a key: without it they are not opened. */
export function sessionKeyNeed(key: Key): Need {
  return keyNeed(key, DECRYPT, OF_A_SESSION, true);
}

/** What the task role needs to write to a bucket that is encrypted with a key. */
export function bucketKeyNeed(key: Key): Need {
  return keyNeed(key, GENERATE_DATA_KEY, OF_S3, false);
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

/** The names of what is needed, as the template of the role has them. */
export function namesFor(role: Role, { resource, template }: Need): readonly string[] {
  return resource.map(name => carry(name, template.key, role.resource.template.key));
}

/** The part of the needs that the role's policies definitely do not meet. */
export function unmet(role: Role, needs: readonly Need[]): readonly Need[] {
  return needs.flatMap(need => {
    const actions = need.actions.filter(action => lacks(role, action, namesFor(role, need)));
    return actions.length > 0 ? [{ ...need, actions }] : [];
  });
}

/** Whether a Deny stands in the way of a need, so that granting more does not help. */
export function isDenied(role: Role, needs: readonly Need[]): boolean {
  return needs.some(need =>
    need.actions.some(action => role.grant(action, namesFor(role, need)).is === 'denied'),
  );
}

/** Why it cannot be told whether the role meets the needs, where that is so. */
export function undecidedNeeds(role: Role, needs: readonly Need[]): Sentence | undefined {
  for (const need of needs)
    for (const action of need.actions) {
      const grant = role.grant(action, namesFor(role, need));
      if (grant.is === 'unknown') return grant.why;
    }
  return undefined;
}

function lacks(role: Role, action: string, resource: readonly string[]): boolean {
  const grant = role.grant(action, resource);
  return (
    grant.is === 'missing' || grant.is === 'denied' || (grant.is === 'restricted' && grant.why === 'resource')
  );
}

/** What a person needs to open a session that is encrypted with a key. */
export function callerKeyNeed(key: Key): Need {
  return keyNeed(key, GENERATE_DATA_KEY, OF_A_SESSION, true);
}
