import { BLOCKS, type Bucket } from '../../ecs/model/bucket.ts';
import { type Edit, set } from '../../edit/tree/edit.ts';
import type { Json, JsonObject } from '../../syntax/json.ts';

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
