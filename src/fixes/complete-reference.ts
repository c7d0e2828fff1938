import { arnAttribute, type Dangling } from '../cfn/scenario/unresolved.ts';
import { type Edit, set } from '../edit/tree/edit.ts';
import type { Path } from '../syntax/place.ts';

/** The properties that take an ARN, be it among others. */
const ARNS: ReadonlySet<string> = new Set([
  'Arn',
  'Cluster',
  'ClusterArn',
  'DaemonTaskDefinitionArn',
  'ExecutionRoleArn',
  'JobRoleArn',
  'KMSMasterKeyID',
  'KmsKeyId',
  'ManagedPolicyArns',
  'PermissionsBoundary',
  'Resource',
  'TaskDefinition',
  'TaskDefinitionArn',
  'TaskRoleArn',
]);

/** The properties that take a name, and the types of which `Ref` gives it. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['CloudWatchLogGroupName', 'AWS::Logs::LogGroup'],
  ['RoleName', 'AWS::IAM::Role'],
  ['Roles', 'AWS::IAM::Role'],
  ['S3BucketName', 'AWS::S3::Bucket'],
  ['awslogs-group', 'AWS::Logs::LogGroup'],
]);

/** Completes an `Fn::GetAtt` without an attribute by what its property takes, where it is all of the value. */
export function completeReference({ at, incomplete }: Dangling): readonly Edit[] | undefined {
  const property = propertyOf(at.path);
  if (!incomplete || property === undefined || at.document.within) return undefined;
  const { id, type } = incomplete;
  if (NAMES.get(property) === type) return [set(at, { Ref: id })];
  const attribute = ARNS.has(property) ? arnAttribute(type) : undefined;
  return attribute === undefined ? undefined : [set(at, { 'Fn::GetAtt': [id, attribute] })];
}

/** The property of which something is the value, an item or a branch; not what goes into another function. */
function propertyOf(path: Path): string | undefined {
  const keys = path.filter((key, i) => key !== 'Fn::If' && path[i - 1] !== 'Fn::If');
  const key = keys.findLast(each => typeof each === 'string');
  return key?.startsWith('Fn::') ? undefined : key;
}
