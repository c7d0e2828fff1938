import { hasPlaceholder } from '../cfn/functions/placeholder.ts';
import { awsManagedArn, awsManagedPolicy, similarAwsManagedPolicy } from './aws-managed-policy.ts';

/** Why IAM finds no policy by a text, where it takes the ARN of a managed policy. */
export interface ManagedPolicyMistake {
  /**
   * AWS has the policy, under an ARN with another path, or what is written is no ARN; it is for a service-linked role
   * alone; or no policy of that name is known, which may be newer than what is known.
   */
  readonly is: 'another path' | 'no ARN' | 'service-linked' | 'unknown name';
  /** The ARN of the policy that is meant, or that may be. */
  readonly meant: string | undefined;
}

const ARN = /^arn:([^:\uFDD0]+|\uFDD0[^\uFDD0\uFDD1]*\uFDD1):(.*)$/s;

/** Nothing where there is none, or where a part that is only known once deployed may decide. */
export function managedPolicyMistake(text: string): ManagedPolicyMistake | undefined {
  const [, partition, rest = text] = ARN.exec(text) ?? [];
  // What a customer names is not known, and `${` without `Fn::Sub` is what cfn-lint finds.
  if (hasPlaceholder(rest) || /^iam::\d+:/.test(rest) || text.includes('${')) return undefined;
  const name = rest.slice(Math.max(rest.lastIndexOf('/'), rest.lastIndexOf(':')) + 1);
  const isAws = partition !== undefined && rest.startsWith('iam::aws:policy/');
  const policy = awsManagedPolicy(name);
  if (policy) {
    const arn = awsManagedArn(policy, partition);
    if (text.toLowerCase() === arn.toLowerCase()) return undefined;
    return { is: isAws ? 'another path' : 'no ARN', meant: arn };
  }
  if (!isAws) return undefined;
  if (rest.startsWith('iam::aws:policy/aws-service-role/')) return { is: 'service-linked', meant: undefined };
  const similar = similarAwsManagedPolicy(name);
  return { is: 'unknown name', meant: similar && awsManagedArn(similar, partition) };
}
