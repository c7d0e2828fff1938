import { hasPlaceholder } from '../../cfn/functions/placeholder.ts';
import { type DeployedStack, mayBeSame } from '../../cfn/scenario/deployed-stack.ts';

type Environment = Partial<Pick<DeployedStack, 'account' | 'region'>>;

/**
 * Whether a name or ARN in one stack may be that of a resource of another. An ARN says where the resource is; a name is
 * one of the same account and region, but for roles, which have no region, and buckets, whose names are global.
 */
export function mayBeNamed(
  reference: string,
  type: string,
  from: Environment | undefined,
  to: Environment | undefined,
): boolean {
  const { account, region } = reference.startsWith('arn:') ? inArn(reference) : inName(type, from);
  return mayBeSame(account, to?.account) && mayBeSame(region, to?.region);
}

function inArn(arn: string): Environment {
  if (hasPlaceholder(arn)) return {};
  const [, , , region, account] = arn.split(':');
  return { region: region || undefined, account: account || undefined };
}

function inName(type: string, from: Environment = {}): Environment {
  if (type === 'AWS::S3::Bucket') return {};
  return type.startsWith('AWS::IAM::') ? { account: from.account } : from;
}
