import { arnScope } from '../../cfn/functions/arn-scope.ts';
import { type DeployedStack, mayBeSame } from '../../cfn/scenario/deployed-stack.ts';
import { mayBeIn } from '../../cfn/scenario/pseudo-parameters.ts';
import type { Stack } from '../../cfn/scenario/stack.ts';

type Environment = Partial<Pick<DeployedStack, 'account' | 'region'>>;

/**
 * Whether a name or ARN in one stack may be that of a resource of another, or of its own. An ARN says where the resource
 * is; a name is one of the same account and region, but for roles, which have no region, and buckets, whose names are
 * global.
 */
export function mayBeNamed(reference: string, type: string, from: Stack, to: Stack): boolean {
  const text = from.withPseudoParameters(reference);
  if (text.startsWith('arn:')) return mayBeIn(arnScope(text), to.environment);
  const { account, region } = inName(type, from.deployed);
  return mayBeSame(account, to.deployed?.account) && mayBeSame(region, to.deployed?.region);
}

function inName(type: string, from: Environment = {}): Environment {
  if (type === 'AWS::S3::Bucket') return {};
  return type.startsWith('AWS::IAM::') ? { account: from.account } : from;
}
