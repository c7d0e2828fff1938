import { text } from '../../cfn/functions/intrinsic.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import { BLOCKS, type Bucket } from '../../ecs/model/bucket.ts';
import type { Cluster, DestinationKind } from '../../ecs/model/cluster.ts';
import { type Edit, set } from '../../edit/tree/edit.ts';
import type { Json, JsonObject } from '../../syntax/json-value.ts';
import { nodeAt } from '../../syntax/place.ts';

const FOR_EXEC = /ecs-?exec(?!ution)|exec(?:ute)?-?(?:command|log|session)/i;

/** Who may mention a destination that is for sessions alone: what lets it be written, and what reads it. */
const COMPANIONS: ReadonlySet<string> = new Set([
  'AWS::ECS::Cluster',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::SubscriptionFilter',
  'AWS::S3::BucketPolicy',
]);

const KINDS: Readonly<Record<DestinationKind, { readonly type: string; readonly name: string }>> = {
  'log group': { type: 'AWS::Logs::LogGroup', name: 'LogGroupName' },
  bucket: { type: 'AWS::S3::Bucket', name: 'BucketName' },
};

/**
 * The one log group or bucket of the template that is meant for the sessions on a cluster by its name, and that nothing
 * else is written to.
 */
export function existingDestination(cluster: Cluster, kind: DestinationKind): Resource | undefined {
  const { template, condition } = cluster.resource;
  const meant = template.resources(KINDS[kind].type).filter(resource => {
    const names = namesOf(resource, kind);
    const isWhereClusterIs = resource.condition === undefined || resource.condition === condition;
    return (
      isWhereClusterIs &&
      names.some(name => FOR_EXEC.test(name)) &&
      isOf(cluster, names) &&
      usersOf(resource).every(user => isCompanion(user, cluster))
    );
  });
  const [only, another] = meant;
  return another ? undefined : only;
}

function namesOf(resource: Resource, kind: DestinationKind): readonly string[] {
  const name = resource.find(KINDS[kind].name);
  const written = name.is === 'known' ? text(nodeAt(name.value)) : undefined;
  return [resource.id, ...(written === undefined ? [] : [written])];
}

/** Each cluster has its own: of several, the one that is named. */
function isOf(cluster: Cluster, names: readonly string[]): boolean {
  const clusters = cluster.resource.template.declarations.ofType('AWS::ECS::Cluster').map(each => each.id);
  const named = clusters.filter(id => names.some(name => plain(name).includes(plain(id))));
  const [closest] = named.sort((a, b) => b.length - a.length);
  return clusters.length === 1 || closest === cluster.id;
}

function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}

interface User {
  readonly id: string;
  readonly type: string;
}

function usersOf(resource: Resource): readonly User[] {
  const { declarations } = resource.template;
  return declarations.references
    .to(resource.id)
    .map(id => ({ id, type: declarations.resources.get(id)?.type ?? '' }));
}

function isCompanion({ id, type }: User, cluster: Cluster): boolean {
  if (type === 'AWS::ECS::Cluster') return id === cluster.id;
  return COMPANIONS.has(type) || type.startsWith('AWS::IAM::');
}

/** Records outlive the stack that asked for them. */
function kept(type: string, condition: string | undefined, properties: JsonObject): JsonObject {
  return {
    Type: type,
    ...(condition !== undefined && { Condition: condition }),
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: properties,
  };
}

/** A log group for sessions; without a name of its own, so that it never meets another. */
export function newLogGroup(
  condition: string | undefined,
  retentionInDays: number,
  key: Json | undefined,
): JsonObject {
  const properties = { RetentionInDays: retentionInDays, ...(key !== undefined && { KmsKeyId: key }) };
  return kept('AWS::Logs::LogGroup', condition, properties);
}

/** A bucket for sessions that is encrypted and open to nobody. */
export function newBucket(condition: string | undefined): JsonObject {
  const byDefault = { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } };
  return kept('AWS::S3::Bucket', condition, {
    BucketEncryption: { ServerSideEncryptionConfiguration: [byDefault] },
    PublicAccessBlockConfiguration: CLOSED,
  });
}

const CLOSED: JsonObject = Object.fromEntries(BLOCKS.map(each => [each, true]));

/** Blocks all public access to a bucket. */
export function blockPublicAccess(bucket: Bucket): readonly Edit[] {
  const block = bucket.resource.find('PublicAccessBlockConfiguration');
  return block.is === 'absent' ? [set(block.at, CLOSED)] : bucket.openings().map(at => set(at, true));
}

/** A key that log groups can be encrypted with. */
export function newLogKey(condition: string | undefined): JsonObject {
  return kept('AWS::KMS::Key', condition, {
    EnableKeyRotation: true,
    KeyPolicy: { Version: '2012-10-17', Statement: [accountDecides(), logsMayUse()] },
  });
}

/** Leaves it to the account's own policies who may do what with a key. */
export function accountDecides(): JsonObject {
  return {
    Effect: 'Allow',
    Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } },
    Action: 'kms:*',
    Resource: '*',
  };
}

/**
 * Lets CloudWatch Logs encrypt the log groups of this account and region with a key.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function logsMayUse(): JsonObject {
  const groups = 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:*';
  return {
    Effect: 'Allow',
    Principal: { Service: { 'Fn::Sub': 'logs.${AWS::Region}.${AWS::URLSuffix}' } },
    Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
    Resource: '*',
    Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': { 'Fn::Sub': groups } } },
  };
}
